/** The looks of a report. Colours come from the editor's theme, or from the system where there is none. */
export const REPORT_CSS = `:root {
  color-scheme: light dark;
}
body {
  margin: 0;
  padding: 0 1.5em 3em;
  color: var(--vscode-foreground, CanvasText);
  background: var(--vscode-editor-background, Canvas);
  font-family: var(--vscode-font-family, system-ui, sans-serif);
  font-size: var(--vscode-font-size, 14px);
  line-height: 1.7;
}
main {
  max-width: 56em;
  margin: 0 auto;
}
h1 {
  font-size: 1.5em;
}
h2 {
  font-size: 1.2em;
  margin: 1.6em 0 0.5em;
  padding-bottom: 0.2em;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, GrayText));
}
h3 {
  font-size: 1em;
}
table {
  border-collapse: collapse;
  width: 100%;
}
caption {
  text-align: left;
  color: var(--vscode-descriptionForeground, inherit);
  padding-bottom: 0.4em;
}
th,
td {
  padding: 0.25em 0.75em 0.25em 0;
  text-align: left;
  vertical-align: middle;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
}
th[scope="row"] {
  font-weight: normal;
}
th[scope="col"],
td a {
  white-space: nowrap;
}
td {
  font-variant-numeric: tabular-nums;
}
.bar {
  width: 25%;
}
.bar svg {
  display: block;
  width: 100%;
  height: 0.7em;
}
.bar rect {
  fill: var(--vscode-charts-blue, Highlight);
}
.aside {
  position: absolute;
  clip-path: inset(50%);
}
ul {
  padding-left: 0;
  list-style: none;
}
li {
  padding: 0.3em 0;
}
a {
  color: var(--vscode-textLink-foreground, LinkText);
}
a:focus-visible,
button:focus-visible {
  outline: 2px solid var(--vscode-focusBorder, Highlight);
  outline-offset: 2px;
}
q {
  display: block;
  color: var(--vscode-descriptionForeground, inherit);
  quotes: "“" "”";
}
.rule {
  color: var(--vscode-descriptionForeground, inherit);
  font-family: var(--vscode-editor-font-family, monospace);
  font-size: 0.85em;
}
.level {
  display: inline-block;
  min-width: 2.5em;
  font-weight: 600;
}
.error {
  color: var(--vscode-errorForeground, inherit);
}
.warning {
  color: var(--vscode-editorWarning-foreground, inherit);
}
.info,
.hint {
  color: var(--vscode-editorInfo-foreground, inherit);
}
.buttons {
  display: flex;
  gap: 0.75em;
  padding-top: 1em;
}
button {
  padding: 0.3em 1em;
  border: 1px solid var(--vscode-button-border, currentColor);
  border-radius: 2px;
  color: var(--vscode-button-foreground, inherit);
  background: var(--vscode-button-background, transparent);
  font: inherit;
  cursor: pointer;
}
button:hover {
  background: var(--vscode-button-hoverBackground, transparent);
}
@media print {
  .buttons {
    display: none;
  }
}
`;
