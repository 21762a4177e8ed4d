/** Keeps what has been computed of an object with the object itself. */

/**
 * Where it stands: a property of the object that no one else sees. Every rule asks for something of every block with every
 * key, and a property is found many times as fast as an entry of a weak map, which the collector of garbage has to look
 * through besides.
 */
const KEPT = Symbol('kept');
let places = 0;
/** Stands for `undefined` that has been computed. */
const NOTHING = Symbol('undefined');

/** Keeps what `compute` says of an object for as long as the object lives. A copy of the object begins anew. */
export function memo<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const place = places++;
  return (key) => {
    const values = valuesOf(key);
    const before = values[place];
    if (before !== undefined) return (before === NOTHING ? undefined : before) as T;
    const value = compute(key);
    values[place] = value === undefined ? NOTHING : value;
    return value;
  };
}

function valuesOf(key: { [KEPT]?: unknown[] }): unknown[] {
  const values = key[KEPT];
  if (values) return values;
  const fresh = new Array<unknown>(places).fill(undefined);
  Object.defineProperty(key, KEPT, { value: fresh });
  return fresh;
}
