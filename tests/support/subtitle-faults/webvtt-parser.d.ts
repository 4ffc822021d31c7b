/** The W3C's reference parser (npm webvtt-parser), as far as the tests use it. Times in seconds. */
declare module 'webvtt-parser' {
  export interface ParsedCue {
    id: string;
    startTime: number;
    endTime: number;
    text: string;
  }
  export class WebVTTParser {
    parse(input: string, mode?: 'subtitles'): { cues: ParsedCue[]; errors: unknown[] };
  }
}
