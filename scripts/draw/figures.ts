import { bedFigures } from './bed-figures.ts';
import { causeFigures } from './cause-figures.ts';
import { exerciseFigures } from './exercise-figures.ts';
import { massageFigures } from './massage-figures.ts';
import { neckFigures } from './neck-figures.ts';
import { restFigures } from './rest-figures.ts';
import { sootheFigures } from './soothe-figures.ts';
import { walkFigures } from './walk-figures.ts';

/**
 * THE TABLE of drawings: file name without its ending, and the function that returns the SVG, 320 wide.
 *
 * To add one: choose `u`, the height of a head (28 for a whole body, 60 for a chest); stand or seat a body with
 * `sideView` or `backView`; find joints with `to` and `bend`; put what belongs together in one `layer`, and what
 * crosses it in another with a gap; arrows last. No words, no measures: captions say those. Then look at it, 640 px
 * wide and 170, in colour and in grey.
 */
export const figures = {
  ...causeFigures,
  ...massageFigures,
  ...exerciseFigures,
  ...walkFigures,
  ...sootheFigures,
  ...restFigures,
  ...neckFigures,
  ...bedFigures,
} as const satisfies Readonly<Record<string, () => string>>;
