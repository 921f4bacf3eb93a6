import type { Markup } from '../jsx/jsx-runtime.ts';
import type { FigureBlock } from '../view.ts';

/**
 * A picture and its caption. In print it stands beside the text, which runs past it, or alone with its caption at its
 * side; on a screen the caption stands under it.
 */
export function Figure({ figure, place }: { figure: FigureBlock; place?: 'beside' | 'alone' | undefined }): Markup {
  const { image, caption } = figure;
  const words = caption.length > 0 && <figcaption>{caption}</figcaption>;
  return (
    <figure class={place ? `figure ${place}` : 'figure'}>
      {image.tagName === 'img' ? image : <p>{image}</p>}
      {words}
    </figure>
  );
}
