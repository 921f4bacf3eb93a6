/**
 * Orders paths with `/` as people count: folder by folder, `2-b.md` before `10-a.md`, letters without regard to case.
 * The file extension does not take part. Independent of locale, so every machine agrees.
 */
export function byNaturalOrder(a: string, b: string): number {
  const [left, right] = [folders(a), folders(b)];
  for (const [index, name] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareNames(name, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || compare(a, b);
}

function folders(path: string): string[] {
  return path
    .normalize('NFC')
    .replace(/\.[^./]+$/, '')
    .toLowerCase()
    .split('/');
}

function compareNames(a: string, b: string): number {
  const [left, right] = [runs(a), runs(b)];
  for (const [index, run] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = isNumber(run) && isNumber(other) ? compareNumbers(run, other) : compare(run, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** `week10b` is `week`, `10`, `b`. */
function runs(name: string): string[] {
  return name.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function isNumber(run: string): boolean {
  return /^[0-9]/.test(run);
}

/** Digits of any length, so no conversion that could lose some. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compare(left, right);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
