/** The parts of the W3C's reference player that need no browser; it comes without types. */
declare module 'imsc/src/main/js/doc.js' {
  import type { ImscHandler } from 'imsc/src/main/js/isd.js';
  export function fromXML(text: string, handler: ImscHandler): { getMediaTimeEvents(): number[] } | null;
}
declare module 'imsc/src/main/js/isd.js' {
  export interface ImscNode {
    readonly kind?: string;
    readonly text?: string;
    readonly contents?: readonly ImscNode[];
  }
  export interface ImscHandler {
    info(message: string): boolean;
    warn(message: string): boolean;
    error(message: string): boolean;
    fatal(message: string): boolean;
  }
  export function generateISD(document: unknown, seconds: number, handler: ImscHandler): ImscNode;
}
