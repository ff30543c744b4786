/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `files` */
export interface FileRow {
  school_id: string;
  file_id: string;
  lineage_id: string;
  state: 'coming' | 'here' | 'damaged';
  size: number;
  sent: Buffer | null;
  kept_key: Buffer | null;
  place: string | null;
  type:
    | 'image/jpeg'
    | 'image/png'
    | 'image/webp'
    | 'image/gif'
    | 'image/heic'
    | 'application/pdf'
    | 'text/plain'
    | 'application/octet-stream'
    | null;
  named_at: string;
  here_at: string | null;
  late_at: string | null;
  named_by: string | null;
  belongs_to: string | null;
  scan: 'clean' | 'found' | null;
  scanned_at: string | null;
  found: string | null;
  scan_failed_at: string | null;
}

/** `concern_files` */
export interface ConcernFileRow {
  school_id: string;
  concern_id: string;
  position: number;
  file_id: string;
  name: Buffer;
  action_id: string | null;
  covers: Buffer | null;
}

/** `file_parts` */
export interface FilePartRow {
  school_id: string;
  envelope_id: string;
  file_id: string;
  lineage_id: string;
  part: number;
  parts: number;
  sha256: string | null;
}
