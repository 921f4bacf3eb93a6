/** How large a drawing is, and its coordinate system. */
export interface SvgSize {
  /** CSS px, or the viewBox's own units. */
  readonly width: number;
  readonly height: number;
  /** Normalised: four numbers. */
  readonly viewBox: string;
}

/** Reads `width`, `height` and `viewBox` of a root element (SVG 2 §8.2); null when they give no sensible size. */
export function readSvgSize(attributes: ReadonlyMap<string, string>): SvgSize | null {
  const width = readLength(attributes.get('width'));
  const height = readLength(attributes.get('height'));
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left, top, boxWidth, boxHeight] = box;
  if (box.length === 4 && box.every(Number.isFinite) && isSensible(boxWidth) && isSensible(boxHeight)) {
    const ratio = boxWidth / boxHeight;
    const size =
      width !== null && height !== null
        ? { width, height }
        : width !== null
          ? { width, height: width / ratio }
          : height !== null
            ? { width: height * ratio, height }
            : { width: boxWidth, height: boxHeight };
    return { ...size, viewBox: `${left} ${top} ${boxWidth} ${boxHeight}` };
  }
  return width !== null && height !== null ? { width, height, viewBox: `0 0 ${width} ${height}` } : null;
}

/** CSS px in one of each unit (CSS Values 4 §6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** In CSS px; null for none, a percentage or nonsense. */
function readLength(source: string | undefined): number | null {
  const [, number, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(source ?? '') ?? [];
  const factor = units[unit.toLowerCase()];
  if (number === undefined || factor === undefined) return null;
  const length = Number((Number(number) * factor).toFixed(3));
  return isSensible(length) ? length : null;
}

function isSensible(length: number | undefined): length is number {
  return length !== undefined && length >= 0.1 && length <= 100_000;
}
