/** What this app uses of the espeak-ng WASM package, which ships without types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    readonly type: string;
    /** 1-based, in code points of the text. */
    readonly text_position: number;
    /** In ms from the start of the audio. */
    readonly audio_position: number;
    readonly id?: string | number | undefined;
  }

  export interface EspeakWorker {
    /** 0 where the voice exists. */
    set_voice(name: string): number;
    /** Words a minute, 80 to 450. */
    set_rate(wordsPerMinute: number): void;
    /** 0 to 100, 50 is the voice's own. */
    set_pitch(pitch: number): void;
    /** The callback answers true to stop. */
    synthesize(text: string, take: (samples: Int16Array, events: readonly EspeakEvent[]) => boolean): void;
  }

  export interface EspeakModule {
    readonly eSpeakNGWorker: new () => EspeakWorker;
  }

  const load: () => Promise<EspeakModule>;
  export { load as default };
}
