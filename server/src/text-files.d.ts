/** Files that a bundle takes in as they stand: `import table from './table.tsv' with { type: 'text' }`. */
declare module '*.tsv' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}
