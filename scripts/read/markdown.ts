import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';
import { transformCitations } from './transform-citations.ts';
import { transformFigures } from './transform-figures.ts';
import { transformLinks } from './transform-links.ts';
import { fillPositions } from './fill-positions.ts';
import { rejectDeepSource, rejectDeepTree } from './nesting.ts';
import { rejectLargeTree, rejectLongAddresses } from './tree-size.ts';

/**
 * Parses a section: CommonMark with GFM, front matter and container directives, then the author's own syntax
 * (`syntax.ts`). Links and images by reference become plain ones. Each node has the position of its source.
 *
 * @throws TooDeep, or a RangeError without a place, for text that nests too deep; TooLarge for too much of it. May run for minutes on hostile
 * text: in the pipeline it is called by the parser's worker alone.
 */
export function parseMarkdown(source: string): Root {
  rejectDeepSource(source);
  const tree = parser.parse(source);
  rejectDeepTree(tree);
  rejectLargeTree(tree);
  transformLinks(tree, source);
  rejectLongAddresses(tree);
  transformCitations(tree, source);
  transformFigures(tree, source);
  fillPositions(tree);
  return tree;
}

const parser = unified()
  .use(remarkParse)
  // A single tilde stands for "to" in `5~10`.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(containerDirectives)
  .freeze();

/** `:::name` alone: text directives would cut `10:30` out of a sentence, leaf directives are not in the author's syntax. */
function containerDirectives(this: Processor): void {
  const data = this.data();
  const colon = 58;
  const { flow } = directive();
  const [container] = [flow?.[colon] ?? []].flat();
  if (container === undefined) throw new Error('expected micromark-extension-directive to parse containers, got none');
  (data.micromarkExtensions ??= []).push({ flow: { [colon]: [container] } });
  (data.fromMarkdownExtensions ??= []).push([directiveFromMarkdown()]);
}
