import { causeFigures } from './cause-figures.ts';
import { exerciseFigures } from './exercise-figures.ts';
import { massageFigures } from './massage-figures.ts';
import { restFigures } from './rest-figures.ts';
import { sootheFigures } from './soothe-figures.ts';
import { walkFigures } from './walk-figures.ts';

/** THE TABLE of drawings: file name without its ending, and the function that returns the SVG. */
export const figures = {
  ...causeFigures,
  ...massageFigures,
  ...exerciseFigures,
  ...walkFigures,
  ...sootheFigures,
  ...restFigures,
} as const satisfies Readonly<Record<string, () => string>>;
