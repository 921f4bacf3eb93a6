#!/usr/bin/env node
// Runs the TypeScript sources with tsx, wherever the command is called from (ARCHITECTURE.md, decision 1).
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../scripts/guidepress.ts');
