// Entry of the finisher's worker: a thread starts without tsx, so it registers it before it imports TypeScript.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });
const { answerPrints } = await import('./finisher-thread.ts');
answerPrints();
