import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { certificate } from '../../tests/server/messages/certificate';
import { openPushService, type PushService } from '../../tests/server/messages/push-service';
import { openChromium, openPage, openProfile } from './page/open-page';
import { environmentOf, makeSchool, type BenchSchool } from './school/bench-school';
import { startServer, type RunningServer } from './school/start-server';
import { Unsettled } from './school/unsettled';

/** The PIN of everybody here. */
export const PIN = '482915';

/** A running school with its observer and its push service. */
export interface OpenSchool extends BenchSchool {
  readonly server: RunningServer;
  readonly unsettled: Unsettled;
  readonly pushes: PushService;
}

/** What the contests stand on, opened when first asked for: one school, one browser, one folder for floors. */
export class Stage {
  readonly quick: boolean;
  /** On the same disk as the school's database. */
  readonly folder = mkdtempSync(join(tmpdir(), 'heed-bench-'));
  #school: Promise<OpenSchool> | null = null;
  #nextTeacher = 0;
  readonly #closers: (() => Promise<void>)[] = [];

  constructor(quick: boolean) {
    this.quick = quick;
  }

  /** How often: fewer when quick. */
  times(full: number, quick: number): number {
    return this.quick ? quick : full;
  }

  school(): Promise<OpenSchool> {
    this.#school ??= this.#openSchool();
    return this.#school;
  }

  /** The version of the browser that is driven. */
  async browserVersion(): Promise<string> {
    const browser = await openChromium();
    const version = browser.version();
    await browser.close();
    return version;
  }

  /** A browser of its own with an empty profile on the disk. */
  async profile(): Promise<BrowserContext> {
    return openProfile(mkdtempSync(join(this.folder, 'profile-')));
  }

  /**
   * A browser that is a device of the school, with a person unlocked on it.
   * @param origin where it finds the school, when a gate stands in between
   */
  async tablet(origin?: string): Promise<{ context: BrowserContext; page: Page }> {
    const school = await this.school();
    const context = await this.profile();
    const page = await openPage(context, origin ?? school.server.origin);
    const email = school.teachers[this.#nextTeacher++ % school.teachers.length] ?? '';
    const newcomer = { email, password: school.password, pin: PIN };
    await page.evaluate((who) => window.heedPage.enrol(who), newcomer);
    return { context, page };
  }

  /** Closed last-opened-first at the end. */
  onClose(close: () => Promise<void>): void {
    this.#closers.unshift(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closers) await close().catch((fault: unknown) => console.error(fault));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #openSchool(): Promise<OpenSchool> {
    const school = await makeSchool(this.folder);
    const pushes = await openPushService();
    this.onClose(() => pushes.close());
    const authority = join(this.folder, 'push-service.pem');
    writeFileSync(authority, certificate);
    const environment = environmentOf(this.folder);
    const server = await startServer({
      ...environment,
      PUSH_HOSTS: pushes.host,
      NODE_EXTRA_CA_CERTS: authority,
    });
    this.onClose(() => server.stop());
    const unsettled = new Unsettled(environment['DATA_DIR']!);
    this.onClose(() => unsettled.close());
    return { ...school, server, unsettled, pushes };
  }
}

/** Connections that stay open, at most so many. */
export function keptConnections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}
