// A file store in any S3-compatible bucket. Buckets are named in the path, because few stores outside Amazon have a
// host name for each bucket.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkKey, type FileStore } from './files.ts';

export type BucketSettings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
};

const mostAtOnce = 1_000;

/** Opens the bucket. It must exist; the keys need only read, write, delete and list in it. */
export function openBucket(settings: BucketSettings): FileStore {
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    forcePathStyle: true,
    maxAttempts: 3,
    // Older stores do not know the newer checksums; the seal of the body shows every changed bit anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const { bucket: Bucket } = settings;
  return {
    async put(key, body) {
      const command = new PutObjectCommand({
        Bucket,
        Key: checkKey(key),
        Body: body,
        ContentType: 'application/octet-stream',
      });
      await client.send(command);
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: checkKey(key) }));
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: checkKey(key) }));
    },
    async list(prefix, after) {
      const command = new ListObjectsV2Command({
        Bucket,
        Prefix: `${checkKey(prefix)}/`,
        MaxKeys: mostAtOnce,
        ...(after ? { StartAfter: after } : {}),
      });
      const { Contents } = await client.send(command);
      return (Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []));
    },
  };
}
