/** A bucket that speaks S3, and who we are to it. */
export interface BucketPlace {
  /** Where the service answers, without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What every key begins with: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Given = (name: string) => string | null;

/**
 * FILES_URL as `s3://bucket/prefix`, and who we are under the names that the tools of S3 use.
 * @param faults is told in a sentence what is missing
 */
export function readBucket(url: URL, given: Given, faults: string[]): BucketPlace {
  const region = given('AWS_REGION') ?? 'eu-west-2';
  const endpoint = given('AWS_ENDPOINT_URL') ?? `https://s3.${region}.amazonaws.com`;
  if (!/^[\da-z][\d.a-z-]{1,61}[\da-z]$/.test(url.hostname))
    faults.push('FILES_URL: names no bucket; write for example s3://oakfield-heed/files');
  const at = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (!at || !['http:', 'https:'].includes(at.protocol))
    faults.push(
      `AWS_ENDPOINT_URL: "${endpoint}" is no address; write for example https://s3.eu-west-2.amazonaws.com`,
    );
  const prefix = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    region,
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKeyId: needed('AWS_ACCESS_KEY_ID', given('AWS_ACCESS_KEY_ID'), faults),
    secretAccessKey: needed('AWS_SECRET_ACCESS_KEY', given('AWS_SECRET_ACCESS_KEY'), faults),
  };
}

function needed(name: string, value: string | null, faults: string[]): string {
  if (value === null) faults.push(`${name}: needed when FILES_URL is a bucket`);
  return value ?? '';
}
