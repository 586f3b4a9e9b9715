import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import readExif from 'exif-reader';
import type { ExifTool, WriteTags } from 'exiftool-vendored';
import { done, refused } from '../../newsroom/outcome.ts';
import type { CameraFacts, EmbeddedWords, PhotoMetadata } from '../../newsroom/photos/metadata.ts';
import { shortenToBytes } from './shorten.ts';

/**
 * Reading is done by exif-reader from the block the decoder hands over: pure JavaScript, a thousand times a second, and it
 * works where Perl is missing. Writing is done by ExifTool, the only tool that keeps IIM, XMP and EXIF right in every file.
 */
export function photoMetadata(): PhotoMetadata & { stop(): Promise<void> } {
  // one process for the app's life: starting Perl costs more than a hundred writes (exiftool-vendored's README)
  let tool: Promise<ExifTool> | null = null;
  let perl: Promise<boolean> | null = null;

  return {
    read,
    async embed(path, words) {
      perl ??= hasPerl();
      if (!(await perl)) {
        // asked again next time: somebody may have installed it meanwhile
        perl = null;
        return refused('exiftool_missing');
      }
      tool ??= startTool().catch((error: unknown) => {
        tool = null;
        throw error;
      });
      const writer = await tool;
      try {
        await writer.write(path, tagsFor(words) as WriteTags, {
          writeArgs: [
            '-overwrite_original',
            '-codedcharacterset=utf8',
            '-charset',
            'exif=utf8',
            '-GPS:all=',
            '-XMP-exif:GPS*=',
            // an EXIF block without the size of its picture is not valid
            '-ExifIFD:ExifImageWidth<File:ImageWidth',
            '-ExifIFD:ExifImageHeight<File:ImageHeight',
          ],
        });
        return done(undefined);
      } catch (error) {
        if (/no space left|ENOSPC/i.test(String(error))) return refused('disk_full');
        return refused('picture_broken');
      }
    },
    async stop() {
      const last = tool;
      tool = null;
      await (await last)?.end();
    },
  };
}

/** Loaded when the first photo leaves the house: most starts of the core need it late or never. */
async function startTool(): Promise<ExifTool> {
  const { ExifTool } = await import('exiftool-vendored');
  return new ExifTool({ maxProcs: 1, taskTimeoutMillis: 60_000, geolocation: false });
}

/** ExifTool is a Perl program; Windows gets one with Perl inside. */
async function hasPerl(): Promise<boolean> {
  if (process.platform === 'win32') return true;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    try {
      await access(join(folder, 'perl'), constants.X_OK);
      return true;
    } catch {
      // not in this one
    }
  }
  return false;
}

function read(exif: Uint8Array | null): CameraFacts {
  if (exif === null) return { takenAt: null, camera: null };
  try {
    const { Image: image, Photo: photo } = readExif(Buffer.from(exif));
    const taken = wallTime(photo?.DateTimeOriginal) ?? wallTime(photo?.DateTimeDigitized) ?? wallTime(image?.DateTime);
    return { takenAt: taken, camera: cameraName(image?.Make, image?.Model) };
  } catch {
    // maker's nonsense in the block says nothing about the picture
    return { takenAt: null, camera: null };
  }
}

/** exif-reader takes the camera's wall time for UTC; so its UTC digits are the wall time. */
function wallTime(value: unknown): string | null {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  const year = value.getUTCFullYear();
  // 1970 and 1980 are what a camera with an empty battery writes
  return year < 1990 || year > 2100 ? null : value.toISOString().slice(0, 16);
}

/** `NIKON CORPORATION` + `NIKON D750` -> `NIKON D750`; `SONY` + `ILCE-6000` -> `SONY ILCE-6000`. */
function cameraName(make: unknown, model: unknown): string | null {
  // cameras pad with NUL
  const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\p{Cc}/gu, '').trim() : '');
  const [brand, kind] = [plain(make), plain(model)];
  const firstWord = brand.split(/\s+/)[0]?.toLowerCase() ?? '';
  const name = firstWord !== '' && kind.toLowerCase().startsWith(firstWord) ? kind : `${brand} ${kind}`.trim();
  return name === '' ? null : name.slice(0, 200);
}

/**
 * IPTC Photo Metadata Standard: XMP with IIM and EXIF kept in step (reference/photos.md, section 4). In these offices the
 * credit names the photographer (`Prokopim Denpasar/Made`), so it stands for the creator too.
 * IIM limits in bytes: IIM 4.2. ExifTool itself would cut in the middle of a word, and silently.
 */
function tagsFor(words: EmbeddedWords): Record<string, string> {
  const { caption, credit, alt, headline, source, city } = words;
  const tags: Record<string, string> = {
    'EXIF:ImageDescription': caption,
    'XMP-dc:Description': caption,
    'IPTC:Caption-Abstract': shortenToBytes(caption, 2000),
    'XMP-photoshop:Headline': headline,
    'IPTC:Headline': shortenToBytes(headline, 256),
    'XMP-photoshop:Credit': credit,
    'IPTC:Credit': shortenToBytes(credit, 32),
    'EXIF:Artist': credit,
    'XMP-dc:Creator': credit,
    'IPTC:By-line': shortenToBytes(credit, 32),
    'XMP-photoshop:Source': source,
    'IPTC:Source': shortenToBytes(source, 32),
    'XMP-dc:Rights': source,
    'IPTC:CopyrightNotice': shortenToBytes(source, 128),
    'EXIF:Copyright': source,
    'XMP-photoshop:City': city,
    'IPTC:City': shortenToBytes(city, 32),
    'XMP-photoshop:Country': 'Indonesia',
    'IPTC:Country-PrimaryLocationName': 'Indonesia',
    'XMP-iptcCore:CountryCode': 'IDN',
    'IPTC:Country-PrimaryLocationCode': 'IDN',
    'XMP-iptcCore:AltTextAccessibility': alt,
    'XMP-iptcExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  };
  if (words.takenAt !== null) {
    const [day = '', time = ''] = words.takenAt.split('T');
    const date = day.replaceAll('-', ':');
    tags['EXIF:DateTimeOriginal'] = `${date} ${time}:00`;
    tags['XMP-photoshop:DateCreated'] = `${date} ${time}:00`;
    tags['IPTC:DateCreated'] = date;
    tags['IPTC:TimeCreated'] = `${time}:00`;
  }
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== ''));
}
