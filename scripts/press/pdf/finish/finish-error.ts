/** Why a PDF cannot be finished. Names are permanent: callers turn them into findings. */
export type FinishErrorCode =
  /** A font has no glyph for a character: it would print as an empty box (ISO 14289-1, 7.21.8). */
  | 'missing-glyph'
  /** Tagged content inside a transparency group: `opacity`, `mix-blend-mode` or `mask` in the print CSS. */
  | 'transparency-group'
  /** A picture that says nothing to who cannot see it (ISO 14289-1, 7.3). */
  | 'figure-without-alt'
  /** Text or a link that a reader would see but a screen reader would not find. */
  | 'lost-content'
  /** A form field whose name is empty, odd or used twice. */
  | 'field-name'
  /** The file is not what Skia writes today: another browser, or a broken file. */
  | 'unexpected-pdf';

/** Thrown instead of writing a PDF that only looks accessible; the message says what is wrong and where. */
export class FinishError extends Error {
  override readonly name = 'FinishError';
  readonly code: FinishErrorCode;

  constructor(code: FinishErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The error for a file that is not what Skia writes: `Unexpected <got>, expected <expected>`. */
export function unexpectedPdf(expected: string, got: string): FinishError {
  return new FinishError('unexpected-pdf', `Unexpected ${got}, expected ${expected}`);
}

/** The error for tagged content that is in a form XObject, not in the page (0-based) itself. */
export function inTransparencyGroup(page: number): FinishError {
  return new FinishError(
    'transparency-group',
    `Unexpected transparency group around text on page ${page + 1}: take \`opacity\`, \`mask\` and \`mix-blend-mode\` out of the print CSS`,
  );
}
