import { existsSync, readFileSync } from 'node:fs';

/*
 * node .ci/count.mjs FAILED_STEPS REPORT… prints `N passed, N failed` over vitest's JSON reports.
 * Counts as failed, too: a test file that did not load, a report that is not there, a failed step that no test explains
 * (types, lint, format, install). Exits with 1 if anything failed.
 */
const [failedSteps, ...reports] = process.argv.slice(2);
const counts = reports.map(count);
const passed = sum(counts.map(({ passed }) => passed));
const failedTests = sum(counts.map(({ failed }) => failed));
const failed = failedTests > 0 ? failedTests : Number(failedSteps);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(failed, 1) };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
