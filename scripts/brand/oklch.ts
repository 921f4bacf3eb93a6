/** A colour by lightness (0 to 1), chroma and hue (radians), Björn Ottosson's OKLCH as in CSS Color 4 §9. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** The three channels of `#rrggbb` as light, 0 to 1 (sRGB, IEC 61966-2-1). */
export function linearOf(hex: string): readonly [red: number, green: number, blue: number] {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** `#rrggbb` → OKLCH. */
export function oklchOf(hex: string): Oklch {
  const [red, green, blue] = linearOf(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** OKLCH → `#rrggbb`: what a screen cannot show loses chroma, never lightness or hue. */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  if (lightness <= 0) return '#000000';
  if (lightness >= 1) return '#ffffff';
  let least = 0;
  let most = chroma;
  if (!isShown(channelsOf(lightness, chroma, hue))) {
    for (let step = 0; step < 20; step++) {
      const middle = (least + most) / 2;
      if (isShown(channelsOf(lightness, middle, hue))) least = middle;
      else most = middle;
    }
    most = least;
  }
  return `#${channelsOf(lightness, most, hue).map(byteOf).join('')}`;
}

function channelsOf(lightness: number, chroma: number, hue: number): readonly number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function isShown(channels: readonly number[]): boolean {
  return channels.every((value) => value >= -0.0001 && value <= 1.0001);
}

function byteOf(light: number): string {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0');
}
