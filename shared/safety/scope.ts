import type { ExportOutput } from '../domain/export';
import type { ExportScope } from './public-project';

/** What of a project an output shows. A new kind of output has to say it here before it compiles. */
export function scopeOf(output: ExportOutput, trackIds: readonly string[]): ExportScope {
  switch (output.kind) {
    case 'subtitles':
      return { trackIds, speakers: output.speakers, transcript: false, labels: false };
    case 'transcript':
      return { trackIds: [], speakers: output.speakers, transcript: true, labels: false };
    case 'video':
      return { trackIds, speakers: false, transcript: false, labels: output.delivery === 'mux' };
  }
}
