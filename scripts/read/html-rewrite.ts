import { Token, Tokenizer, TokenizerMode } from 'parse5';
import { adviseOnElement } from './html-advice.ts';
import {
  htmlDroppedWhole,
  htmlElements,
  htmlEndingParagraphs,
  htmlRawText,
  htmlRenames,
  htmlSilent,
  htmlVoids,
} from './html-allowed.ts';
import { cleanHtmlAttributes } from './html-attributes.ts';
import { closeHtml, type HtmlScope } from './html-scope.ts';
import { escapeHtml } from './html-text.ts';

/** A picture in raw HTML, and where its tag goes among the parts. */
export interface HtmlPicture extends HtmlPlace {
  readonly src: string;
  readonly alt: string | null;
  /** Its other attributes, written out. */
  readonly attributes: string;
  readonly part: number;
}

/** One piece of raw HTML, rewritten to what is allowed. */
export interface RewrittenHtml {
  /** To be joined; pictures still miss. */
  readonly parts: string[];
  readonly pictures: readonly HtmlPicture[];
  /** The element dropped with its content that is still open, or null. */
  readonly dropping: string | null;
  readonly findings: readonly HtmlFinding[];
}

/** A 1-based place in the piece. */
export interface HtmlPlace {
  readonly line: number;
  readonly column: number;
}

/** What was left out. */
export interface HtmlFinding extends HtmlPlace {
  readonly message: string;
}

/**
 * Rewrites raw HTML to the allowed elements and attributes (HTML §13.2.5 tokenization). Text is kept, but for that of
 * `dropping` and of what runs or fetches. End tags without a start are left out, so that no tag can reach beyond the
 * elements in `scopes` (the innermost first); a comment stays if it speaks to Guidepress.
 */
export function rewriteHtml(
  source: string,
  scopes: readonly [HtmlScope, ...HtmlScope[]],
  dropping: string | null,
): RewrittenHtml {
  return new Rewriter(source, scopes, dropping).rewrite();
}

/** Most elements open at once: later steps walk the tree by recursion. */
const mostOpen = 40;

class Rewriter {
  private readonly parts: string[] = [];
  private readonly pictures: HtmlPicture[] = [];
  private readonly findings: HtmlFinding[] = [];
  private readonly source: string;
  private readonly scopes: readonly [HtmlScope, ...HtmlScope[]];
  private readonly tokenizer: Tokenizer;
  private dropping: string | null;
  /** How many elements of the dropped name are open. */
  private depth: number;
  /** Where the last whole token ended. */
  private end = 0;
  private unfinished = false;
  /** Where the text of the element being dropped starts. */
  private lost: Token.Location | null = null;

  constructor(source: string, scopes: readonly [HtmlScope, ...HtmlScope[]], dropping: string | null) {
    this.source = source;
    this.scopes = scopes;
    this.dropping = dropping;
    this.depth = dropping === null ? 0 : 1;
    const onText = (token: Token.CharacterToken): void => this.writeText(token);
    this.tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onStartTag: (tag) => this.start(tag),
        onEndTag: (tag) => this.finish(tag),
        onCharacter: onText,
        onWhitespaceCharacter: onText,
        onNullCharacter: () => undefined,
        onComment: (comment) => this.comment(comment),
        onDoctype: (doctype) => this.pass(doctype),
        onEof: () => this.stop(),
        onParseError: ({ code }) => {
          this.unfinished ||= code.startsWith('eof-');
        },
      },
    );
  }

  rewrite(): RewrittenHtml {
    if (this.dropping !== null) this.readRawText(this.dropping);
    this.tokenizer.write(this.source, true);
    const { parts, pictures, dropping, findings } = this;
    return { parts, pictures, dropping, findings };
  }

  private start(tag: Token.TagToken): void {
    this.pass(tag);
    const name = htmlRenames.get(tag.tagName) ?? tag.tagName;
    if (this.dropping !== null) {
      if (name === this.dropping) this.depth++;
      return;
    }
    const allowed = htmlElements.get(name);
    const isOpen = (other: string): boolean => this.scopes.some(({ open }) => open.includes(other));
    if (allowed === undefined || (allowed.inside !== undefined && !allowed.inside.some(isOpen))) {
      if (!htmlSilent.has(name)) this.find(tag, adviseOnElement(name));
      if (htmlDroppedWhole.has(name)) {
        this.dropping = name;
        this.depth = 1;
        this.lost = null;
        this.readRawText(name);
      }
      return;
    }
    if (!htmlVoids.has(name) && this.scopes.some(({ open }) => open.length >= mostOpen)) {
      this.find(tag, `Unexpected \`<${name}>\` in ${mostOpen} open elements, expected fewer: close those before`);
      return;
    }
    if (htmlEndingParagraphs.has(name) && this.open.at(-1) === 'p') this.open.pop();
    const { attributes, problems } = cleanHtmlAttributes(name, tag.attrs);
    for (const problem of problems) this.find(tag, problem);
    if (name === 'img') this.picture(tag, attributes);
    else this.parts.push(`<${name}${attributes}>`);
    if (!htmlVoids.has(name)) this.open.push(name);
  }

  private finish(tag: Token.TagToken): void {
    this.pass(tag);
    const name = htmlRenames.get(tag.tagName) ?? tag.tagName;
    if (this.dropping !== null) {
      if (name === this.dropping && --this.depth === 0) this.dropping = null;
      return;
    }
    const [own, ...outer] = this.scopes;
    if (own.open.includes(name)) {
      this.parts.push(closeHtml(name, own.open));
      return;
    }
    const scope = outer.find(({ open }) => open.includes(name));
    scope?.endAfterChild.push(closeHtml(name, scope.open));
  }

  private writeText(token: Token.CharacterToken): void {
    this.pass(token);
    if (this.dropping === null) this.parts.push(escapeHtml(token.chars));
    else if (token.chars.trim() !== '') this.lost ??= token.location;
  }

  private comment(comment: Token.CommentToken): void {
    this.pass(comment);
    if (this.unfinished) {
      this.find(comment, 'Unexpected comment without an end, expected `-->`: close it, what follows is lost');
    } else if (this.dropping === null && /^\s*guidepress-/.test(comment.data)) {
      this.parts.push(`<!--${comment.data}-->`);
    }
  }

  /** The piece ended: a tag cut short, say by a blank line, is kept as text. */
  private stop(): void {
    if (this.dropping !== null && this.lost !== null) {
      const expected = `\`</${this.dropping}>\``;
      this.find(
        { location: this.lost },
        `Unexpected text after an open tag, expected ${expected}: add it, the text is lost`,
      );
    }
    const rest = this.source.slice(this.end);
    if (!this.unfinished || rest.trim() === '' || this.dropping !== null) return;
    const lines = this.source.slice(0, this.end).split('\n');
    const place = { startLine: lines.length, startCol: (lines.at(-1) ?? '').length + 1 };
    this.find({ location: place }, 'Unexpected tag without an end, expected `>`: close it');
    this.parts.push(escapeHtml(rest));
  }

  private picture({ attrs, location }: Token.TagToken, attributes: string): void {
    const value = (wanted: string): string | undefined => attrs.find(({ name }) => name === wanted)?.value;
    const src = value('src')?.trim() ?? '';
    const alt = value('alt') ?? null;
    if (src === '') {
      this.find({ location }, adviseOnElement('img'));
      this.parts.push(escapeHtml(alt ?? ''));
      return;
    }
    this.pictures.push({ ...placeOf(location), src, alt, attributes, part: this.parts.push('') - 1 });
  }

  /** Lets the tokenizer pass over content that is no markup; its own parser would say so (HTML §13.2.6.4.4). */
  private readRawText(name: string): void {
    if (!htmlRawText.has(name)) return;
    this.tokenizer.state = name === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
    this.tokenizer.lastStartTagName = name;
  }

  private get open(): string[] {
    return this.scopes[0].open;
  }

  private pass({ location }: { location: Token.Location | null }): void {
    this.end = location?.endOffset ?? this.end;
  }

  private find({ location }: { location: Start | null }, message: string): void {
    this.findings.push({ ...placeOf(location), message });
  }
}

type Start = Pick<Token.Location, 'startLine' | 'startCol'>;

function placeOf(start: Start | null): HtmlPlace {
  return { line: start?.startLine ?? 1, column: start?.startCol ?? 1 };
}
