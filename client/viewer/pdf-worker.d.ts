/** pdf.js has no types for it: it is handed over as it is (viewer.ts). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
