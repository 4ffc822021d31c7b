import type { ExportOutput } from '../domain/export';
import type { VideoOutput } from '../domain/video-output';

/** Characters that Windows or a shell trips over, and everything nobody sees. */
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Names Windows keeps for devices, whatever stands behind the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Bytes (UTF-8) that every usual disk takes, with room for a part name. */
const MOST_BYTES = 200;

/** A text as a part of a file name that every system takes: hostile characters become `-`, dots and blanks at the ends go. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(UNSAFE, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/gu, '');
  const name = shortened(RESERVED.test(plain) ? `_${plain}` : plain);
  return name === '' ? 'export' : name;
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_BYTES) return kept.trimEnd();
    kept += character;
  }
  return kept;
}

/** The ending of an output's file, without its dot. */
export function endingOf(output: ExportOutput): string {
  return output.kind === 'video' ? output.container : output.format;
}

/** A word or two that tells an output from others of the same ending: `youtube`, `720p`, `speakers`. */
export function shortLabel(output: ExportOutput): string {
  switch (output.kind) {
    case 'subtitles':
      return output.speakers ? 'speakers' : output.text.encoding;
    case 'transcript':
      return 'transcript';
    case 'video':
      return output.preset ?? [videoLabel(output), output.codec].filter(Boolean).join('-');
  }
}

function videoLabel({ height, delivery }: VideoOutput): string {
  return height === null ? delivery : `${height}p`;
}
