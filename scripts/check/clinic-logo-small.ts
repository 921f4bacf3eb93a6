import type { ClinicCheck } from './check.ts';
import { quote } from './quote.ts';

/** Room of a logo in print, mm: `.issuer .logo` of templates/styles/handout.css. */
const room = { width: 60, height: 9 };
const fewestDots = 150;

/** A bitmap logo with too few pixels for the size at which it is printed: it comes out blurred on every page 1. */
export const clinicLogoSmall: ClinicCheck = {
  id: 'clinic-logo-small',
  run({ logo, file, positions }, report) {
    if (logo === null || logo.mediaType === 'image/svg+xml') return;
    const { width, height } = logo;
    const printed = Math.min(room.height, room.width * (height / width));
    const fewest = Math.ceil((printed / 25.4) * fewestDots);
    if (height >= fewest) return;
    const message = `Unexpected logo ${quote(logo.name)} of ${width} × ${height} pixels, expected ${fewest} or more in height for ${fewestDots} dots an inch: export it larger, or as SVG`;
    report('clinic-logo-small', { file, position: positions.logo }, message);
  },
};
