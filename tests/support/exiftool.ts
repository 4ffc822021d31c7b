/** ExifTool (Debian's libimage-exiftool-perl, put there by `build/system.mjs`): somebody else's word on what a file says besides what it shows. */
import { execFileSync } from 'node:child_process';
import { z } from 'zod';

const Tags = z.array(z.record(z.string(), z.unknown()));

function isThere(): boolean {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('without exiftool: only our own scanner and a search of the bytes look');
    return false;
  }
}
const there = isThere();

/** Groups of what the file system and ExifTool itself say, not the file. */
const NOT_THE_FILES = /^(?:SourceFile$|ExifTool:|System:|File:|Composite:)/;

/** Every tag of a file, embedded and unknown ones too, by `Group:Name`; null where there is no ExifTool. */
export function exifTags(path: string): Readonly<Record<string, string>> | null {
  if (!there) return null;
  const args = ['-ee', '-G1', '-a', '-u', '-j', '-api', 'largefilesupport=1', path];
  const [tags = {}] = Tags.parse(JSON.parse(execFileSync('exiftool', args, { encoding: 'utf8' })));
  const own = Object.entries(tags).filter(([name]) => !NOT_THE_FILES.test(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
