import yauzl from 'yauzl';
import { Refusing } from './protocol.ts';

export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the archive says; a reader that finds more stops. */
  readonly bytes: number;
}

/** What a workbook or a document may unpack to. */
const MOST_UNPACKED = 300 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** The entries of an archive. Refuses one that would unpack into more than a document ever is. */
export function namesIn(path: string): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, decodeStrings: true }, (error, zip) => {
      if (error) return reject(new Refusing('file_broken'));
      const entries: ZipEntry[] = [];
      let unpacked = 0;
      zip.on('entry', (entry: yauzl.Entry) => {
        unpacked += entry.uncompressedSize;
        entries.push({ name: entry.fileName, bytes: entry.uncompressedSize });
        if (unpacked > MOST_UNPACKED || entries.length > MOST_ENTRIES) {
          zip.close();
          return reject(new Refusing('file_unreadable'));
        }
        zip.readEntry();
      });
      zip.on('end', () => resolve(entries));
      zip.on('error', () => reject(new Refusing('file_broken')));
      zip.readEntry();
    });
  });
}

/** The bytes of one entry; null where there is none. The archive's own size is checked while it is unpacked. */
export function entryOf(path: string, name: string): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(new Refusing('file_broken'));
      const broken = () => reject(new Refusing('file_broken'));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return zip.readEntry();
        if (entry.uncompressedSize > MOST_UNPACKED) return reject(new Refusing('file_unreadable'));
        return zip.openReadStream(entry, (failed, stream) => {
          if (failed) return broken();
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', broken);
          stream.on('end', () => {
            zip.close();
            resolve(Buffer.concat(chunks));
          });
        });
      });
      zip.on('end', () => resolve(null));
      zip.on('error', broken);
      zip.readEntry();
    });
  });
}
