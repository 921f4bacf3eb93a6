import type { Markup } from '../jsx/jsx-runtime.ts';
import type { FigureBlock } from '../view.ts';

/** A picture and its caption; `beside` lets the text run past it. */
export function Figure({ figure, beside = false }: { figure: FigureBlock; beside?: boolean }): Markup {
  const { image, caption } = figure;
  const words = caption.length > 0 && <figcaption>{caption}</figcaption>;
  return (
    <figure class={beside ? 'figure beside' : 'figure'}>
      {image.tagName === 'img' ? image : <p>{image}</p>}
      {words}
    </figure>
  );
}
