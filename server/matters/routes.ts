import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { barContact } from './bar-contact';
import { listDocuments, openDocument } from './documents';
import { addDocument, changeDocument } from './keep-document';
import { keepMatter } from './keep-matter';
import { findKept } from './find-pupil';
import { showLeaving } from './leaving';
import { noteReceipt, noteSent } from './note-leaving';
import { matchNumbers } from './match-numbers';
import { watchCategories, watchPupil } from './watch';
import { listWatched } from './watched';

/** What stands on a pupil's page besides the records. */
export const matterHandlers = (ground: Ground) =>
  ({
    keepMatter: ({ staff, params, body }) => keepMatter(ground, staff, params.id, body),
    barContact: ({ staff, params, body }) => barContact(ground, staff, params.id, body),
    watchPupil: ({ staff, params, body }) => watchPupil(ground, staff, params.id, body.watching),
    watchCategories: ({ staff, params, body }) => watchCategories(ground, staff, params.id, body),
    listDocuments: ({ staff, params }) => listDocuments(ground, staff, params.id),
    addDocument: ({ staff, params, body }) => addDocument(ground, staff, params.id, body),
    changeDocument: ({ staff, params, body }) =>
      changeDocument(ground, staff, { pupilId: params.id, documentId: params.documentId }, body),
    openDocument: async ({ staff, params, answer }) =>
      answer.download(await openDocument(ground, staff, params.id, params.documentId)),
    matchNumbers: async ({ staff, body }) => ({ pupils: await matchNumbers(ground, staff, body.numbers) }),
    readLeaving: async ({ staff, params }) => {
      const found = await findKept(ground, staff, params.id);
      return { task: await showLeaving(ground, staff, found) };
    },
    noteSent: async ({ staff, params, body }) => {
      const found = await noteSent(ground, staff, params.id, body);
      return { task: await showLeaving(ground, staff, found) };
    },
    noteReceipt: async ({ staff, params, body }) => {
      const found = await noteReceipt(ground, staff, params.id, body);
      return { task: await showLeaving(ground, staff, found) };
    },
    listWatched: ({ staff }) => listWatched(ground, staff),
  }) satisfies Handlers;
