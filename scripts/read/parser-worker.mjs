// Entry of the parser's worker: a thread starts without tsx, so it registers it before it imports TypeScript.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
const { answerSources } = await import('./parser-thread.ts');
answerSources();
