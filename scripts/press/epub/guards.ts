import type { Element } from 'xast';
import type { Pass } from './xhtml.ts';

/** Reports what keeps a reader out and EPUBCheck lets pass: heads without scope, drawings without words. */
export function guardAccess(file: string, report: (message: string) => void): Pass {
  return (node: Element) => {
    const { scope, alt, role } = node.attributes;
    const hidden = node.attributes['aria-hidden'] === 'true';
    if (node.name === 'th' && typeof scope !== 'string') {
      report(`Unexpected \`th\` without scope in ${file}, expected scope="col" or "row": name what it heads`);
    }
    if (node.name === 'img' && typeof alt !== 'string') {
      report(`Unexpected \`img\` without alt in ${file}, expected its words: add alt, empty for decoration`);
    }
    if (node.name === 'svg' && !hidden && !(role === 'img' && isNamed(node))) {
      report(`Unexpected \`svg\` without a name in ${file}, expected role="img" and a title: name what it shows`);
    }
    return node;
  };
}

function isNamed({ attributes, children }: Element): boolean {
  const title = children.some((child) => child.type === 'element' && child.name === 'title');
  return title || Boolean(attributes['aria-label'] ?? attributes['aria-labelledby']);
}
