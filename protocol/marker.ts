import * as v from 'valibot';

/** "3 concerns in 14 days" about one pupil: at least as many as the school has set, of what its reader may read. */
export const markerSchema = v.object({ concerns: v.number(), days: v.number() });
export type Marker = v.InferOutput<typeof markerSchema>;
