/** True in `npm run test:long`: everything, not the small fixed share of the normal suite. */
export const isLong = process.env['GUIDEPRESS_LONG'] === '1';

/** How much of a long test this run does: `normal` in the normal suite, `long` in `npm run test:long`. */
export function share<T>(amounts: { readonly normal: T; readonly long: T }): T {
  return isLong ? amounts.long : amounts.normal;
}
