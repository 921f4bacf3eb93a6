import { listOf } from './list-of.ts';

/**
 * True for a step that does not start by telling the reader what to do (*The towel goes round it*, *You should wrap it*,
 * *Wrapping it*), or whose main clause is in the passive (*Towels are wrapped round it*).
 */
export function isIdleStep(sentence: string): boolean {
  const [first = ''] = sentence.toLowerCase().match(/[a-z]+/) ?? [];
  if (idleStarts.has(first) || (first.endsWith('ing') && !commandsInIng.has(first))) return true;
  const [main = ''] = sentence.toLowerCase().split(subordinate);
  return !commands.has(first) && passive.test(main);
}

const idleStarts = new Set([
  ...listOf('a an the this that these those there it its i you he she we they'),
  ...listOf('my your his her our their people patients'),
]);

const commandsInIng = new Set(
  listOf('bring cling ring sling spring string swing wring during evening morning nothing'),
);

/** A step that starts with one of these is a command; a passive may follow: *Check the pack is wrapped*. */
const commands = new Set([
  ...listOf('add agree ask be bend book breathe call check choose do ensure feel find get give go hold keep lean let'),
  ...listOf('lie lift look make move never pick put read remember see sit stand stay stop take tell try use wait wear'),
]);

const subordinate =
  /[,;:?(]|\b(?:after|although|as|because|before|if|once|so|than|that|until|unless|when|where|which|while|who)\b/;

const passive =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|then\s+)?(?:\w+ed|bent|done|drawn|felt|given|held|kept|laid|left|made|put|raised|set|shown|taken|told|turned|worn)\b/;
