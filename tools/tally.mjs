/**
 * `node tools/tally.mjs FILE BROKEN`: adds up Vitest's JSON report. BROKEN is 1 when a step before or beside the tests
 * failed (a check, the build, an unhandled error, a suite that could not start); it then counts as a failure, if no test has failed.
 * Last line: "N passed, N failed, N skipped".
 */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled' }} Assertion */
/** @typedef {{ testResults: { name: string, status: string, assertionResults: Assertion[] }[] }} VitestReport */

const [file, broken] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };

if (file !== undefined && existsSync(file)) {
  /** @type {VitestReport} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const suite of report.testResults) {
    for (const { status } of suite.assertionResults) {
      if (status === 'passed') sum.passed += 1;
      else if (status === 'failed') sum.failed += 1;
      else sum.skipped += 1;
    }
    // A file that could not be loaded has no tests to count.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) sum.failed += 1;
  }
}
const nothingRan = sum.passed + sum.failed === 0;
if (nothingRan) console.log('No test ran.');
if (broken !== '0') console.log('A step failed: see above.');
if (sum.failed === 0 && (broken !== '0' || nothingRan)) sum.failed = 1;

process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
