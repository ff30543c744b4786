import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AuditHead } from './audit/append';
import { verifyAudit } from './audit/verify';
import { BackupFault } from './backup/backup-fault';
import { backupFromShell, restoreFromShell } from './backup/shell-commands';
import { readSettings, SettingsFault } from './env';
import { schoolOrigin } from './messages/school-origin';
import type { Ground } from './ground';
import { furnish, type House } from './house';
import { makeLog, openGround } from './open-ground';
import { rotateKey } from './school/rotate-key';
import { KeyFault } from './security-keys/key-fault';
import { confirmKeyFromShell, loseKeyFromShell } from './security-keys/shell-commands';
import { openDemo } from './set-up/demo';
import { faultLine } from './set-up/faults';
import { importSchool } from './set-up/import/import-school';
import { planSchool, type Planned } from './set-up/plan-school';
import { whySiteRefused } from './set-up/site-place';
import { welcomeText } from './set-up/welcome-text';
import { appointFromShell, TrustFault } from './trust/appoint';
import { readCsvFolder } from './set-up/workbook/read-csv';
import { readWorkbook } from './set-up/workbook/read-xlsx';
import { WorkbookFault } from './set-up/workbook/workbook';

const usage = `Commands:
  school add FILE            set a school up from a spreadsheet (.xlsx) or a folder of .csv files
  school rotate-key [SITE]   give a school a new envelope key; SITE where there are several schools
  demo                       set up a demo school with ready accounts
  lost-key ADDRESS|KEY-ID --with ADDRESS [--code CODE]      remove a lost security key; somebody else agrees
  confirm-key ADDRESS|KEY-ID --with ADDRESS [--code CODE]   let a late first security key count; likewise
  trust add ADDRESS|end ADDRESS|list   who may set up further sites of this server
  migrate                    bring the database up to this version
  backup --to FOLDER [--keys-to FOLDER]   copy the whole store, beside a running server
  restore FOLDER [--keys FOLDER] [--replace]   bring a backup back, while the server is stopped
  verify-audit [--expect SEQ:HASH]   check every school's audit chain`;

/** One command of the shell; answers the exit status. */
type Command = (house: House, words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  school: async (house, [verb, which]) => {
    if (verb === 'rotate-key') return giveNewKey(house, which);
    return verb === 'add' && which ? addSchool(house, which) : say(usage, 1);
  },
  demo: showDemo,
  'lost-key': async ({ ground }, words) => say(await loseKeyFromShell(ground, words), 0),
  'confirm-key': async ({ ground }, words) => say(await confirmKeyFromShell(ground, words), 0),
  trust: async ({ ground }, words) => say(await appointFromShell(ground, words), 0),
  migrate: async () => say('The database is up to date.', 0),
  backup: async ({ ground }, words) => say(await backupFromShell(ground, words), 0),
  'verify-audit': verify,
};

/** Faults that are a sentence for whoever typed the command. */
const sentences = [SettingsFault, WorkbookFault, BackupFault, KeyFault, TrustFault] as const;

process.exitCode = await run(process.argv.slice(2).filter((word) => word !== '--'));

async function run([name = '', ...words]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (!command && name !== 'restore') return say(usage, 1);
  try {
    const settings = readSettings();
    // There may be no store yet, and no running one may be touched.
    if (!command) return say(await restoreFromShell(settings, words), 0);
    const ground = await openGround(settings, { log: makeLog({ ...settings, logLevel: 'error' }) });
    try {
      const house = await furnish(ground);
      const status = await command(house, words);
      // What the command queued is tried once here; a running server goes on with what is left.
      if (mails(name, words)) await house.worker.drain();
      return status;
    } finally {
      await ground.close();
    }
  } catch (fault) {
    if (sentences.some((kind) => fault instanceof kind)) return say((fault as Error).message, 1);
    throw fault;
  }
}

/** Commands that tell somebody; any other leaves the queue alone, so that looking at a copy of a school mails nobody. */
function mails(name: string, [verb]: readonly string[]): boolean {
  return (name === 'school' && verb === 'add') || ['demo', 'lost-key', 'confirm-key', 'trust'].includes(name);
}

async function addSchool(house: House, file: string): Promise<number> {
  const planned = readPlan(file, new Date(house.ground.clock.now()).toISOString().slice(0, 10));
  for (const warning of planned.warnings) say(`Worth a look: ${faultLine(warning)}`, 0);
  if (!planned.plan) {
    for (const fault of planned.faults) process.stderr.write(`${faultLine(fault)}\n`);
    return say(`${planned.faults.length} to mend. Nothing has been written.`, 1);
  }
  const refused = await whySiteRefused(house.ground, planned.plan.school);
  if (refused) return say(`${refused}\nNothing has been written.`, 1);
  const imported = await importSchool(house.ground, planned.plan, { actor: 'shell' });
  const origin = await schoolOrigin(house.ground, imported.schoolId);
  const counts = Object.entries(imported.counts).map(
    ([noun, { added, changed }]) => `  ${noun}: ${added} new, ${changed} changed`,
  );
  say([`${planned.plan.school.name} is set up at ${origin}`, ...counts].join('\n'), 0);
  if (!imported.fresh) return 0;
  const welcome = welcomeText(house, origin, planned.plan);
  if (welcome.mailed) return say(`The main contact, ${welcome.to}, was mailed. Nobody else was.`, 0);
  return say(
    `No mail reaches anyone yet: no SMTP_URL is set. This is what ${welcome.to} should read:\n\n${welcome.text}`,
    0,
  );
}

function readPlan(file: string, today: string): Planned {
  if (!statSync(file).isDirectory()) return planSchool(readWorkbook(readFileSync(file)), today);
  const names = readdirSync(file).filter((name) => name.toLowerCase().endsWith('.csv'));
  const files = new Map(
    names.map((name) => [basename(name), new Uint8Array(readFileSync(join(file, name)))]),
  );
  return planSchool(readCsvFolder(files), today);
}

async function giveNewKey({ ground }: House, site: string | undefined): Promise<number> {
  const schools = await listSchools(ground);
  const named = site === undefined ? schools : schools.filter((school) => school.site === site);
  const [school, ...others] = named;
  if (!school)
    return say(site === undefined ? 'There is no school yet.' : `There is no school "${site}".`, 1);
  if (others.length > 0)
    return say(`Say which school: ${schools.map((one) => one.site).join(', ')}. Nothing has changed.`, 1);
  const { epoch } = await rotateKey(ground, school.id, 'shell');
  return say(
    `${school.site} has envelope key ${epoch} now. Tablets take it up by themselves; what was sealed before still opens.`,
    0,
  );
}

function listSchools({ database }: Ground): Promise<{ id: string; site: string }[]> {
  return database.read('schools').orderBy('position').select('id', 'site');
}

async function showDemo(house: House): Promise<number> {
  const { demo, schoolName } = await openDemo(house);
  if (!demo) return 1;
  const lines = demo.accounts.map(({ email, name, group, secret }) =>
    [
      `  ${email}  (${name}, ${group})`,
      ...(secret ? [`    secret for an authenticator app: ${secret}`] : []),
    ].join('\n'),
  );
  return say(
    [
      `${schoolName} is a demo school. Start it with: npm start`,
      `Then open ${house.ground.settings.publicUrl.origin} and log in with one of these, password ${demo.password}`,
      ...lines,
      'First code: type a secret into any authenticator app; it shows a new code every 30 seconds.',
    ].join('\n'),
    0,
  );
}

async function verify({ ground }: House, words: readonly string[]): Promise<number> {
  const expected = readHead(words[words.indexOf('--expect') + 1] ?? '');
  if (words.includes('--expect') && !expected)
    return say('Write --expect SEQ:HASH as a receipt or a mail gives it.', 1);
  const schools = await listSchools(ground);
  let status = 0;
  for (const school of schools) {
    const verdict = await verifyAudit(ground.database.read, school.id, expected);
    if (verdict.whole)
      say(
        `${school.site}: whole, ${verdict.head.seq} rows, head ${verdict.head.seq}:${verdict.head.hash}`,
        0,
      );
    else status = say(`${school.site}: NOT whole: ${verdict.why}`, 1);
  }
  return status;
}

function readHead(text: string): AuditHead | undefined {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : undefined;
}

function say(text: string, status: number): number {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return status;
}
