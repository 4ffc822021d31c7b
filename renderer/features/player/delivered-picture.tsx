/** The footage inside the picture of an output: the part a crop keeps, or all of it with what surrounds it. */
import {
  useEffect,
  useEffectEvent,
  useRef,
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { setProjectFitting } from '../../../shared/edits/project';
import {
  cropOf,
  effectiveFraming,
  insideOf,
  pictureSize,
  type PictureSize,
} from '../../../shared/video/picture-size';
import { useMessages } from '../../app/messages';
import { loadBranding, useBranding } from '../../state/campaign-branding';
import { fittingOf, SEEN_AS, type Delivered } from '../../state/delivery';
import {
  beginGesture,
  cancelGesture,
  canEdit,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { createScope } from '../../platform/scope';
import { attempt } from '../../state/notices';
import { usePlayback } from '../../state/playback';
import { setLayout } from '../../state/session';
import { Button } from '../../ui/button';
import { CoveredZones } from '../../ui/covered-zones';
import { placeOfLogo } from '../branding/index';

/** Where the whole footage lies, in the shares of the picture that styles take; a crop reaches out of it. */
function placeOfFootage({ output, video }: Delivered): CSSProperties {
  const framing = effectiveFraming(video, output.framing);
  if (!framing) return {};
  const size = pictureSize(video, output);
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  if (framing.fit === 'crop') {
    const { x, y, width, height } = cropOf(video, framing);
    return {
      left: percent(-x, width),
      top: percent(-y, height),
      width: percent(video.displayWidth, width),
      height: percent(video.displayHeight, height),
    };
  }
  const { x, y, width, height } = insideOf(video, size);
  return {
    left: percent(x, size.width),
    top: percent(y, size.height),
    width: percent(width, size.width),
    height: percent(height, size.height),
  };
}

/** The footage (`children`), placed as the output has it; as it is where none is shown. */
export function Footage({
  shown,
  children,
}: {
  readonly shown: Delivered | null;
  readonly children: ReactNode;
}) {
  const fit = shown && effectiveFraming(shown.video, shown.output.framing)?.fit;
  return (
    <>
      {shown && fit === 'crop' && <FocusArea shown={shown} />}
      {shown && fit === 'blur' && <Surround size={pictureSize(shown.video, shown.output)} />}
      <div className="player__footage" style={shown ? placeOfFootage(shown) : {}}>
        {children}
      </div>
    </>
  );
}

/** As in `ffmpeg/picture-filters.ts`: blurred at an eighth of the size, a little darker. */
const SHRINK = 8;
const BLUR_PX = 4;
const BRIGHTNESS = 0.92;

/** The blurred copy around footage of another shape. */
function Surround({ size: { width, height } }: { readonly size: PictureSize }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const element = canvas.current;
      const video = element?.closest('.player__picture')?.querySelector('video');
      const context = element?.getContext('2d');
      if (!element || !video || !context || video.videoWidth === 0) return;
      const scale = Math.max(element.width / video.videoWidth, element.height / video.videoHeight);
      const [across, down] = [video.videoWidth * scale, video.videoHeight * scale];
      context.filter = `blur(${BLUR_PX}px) brightness(${BRIGHTNESS})`;
      const [x, y] = [(element.width - across) / 2, (element.height - down) / 2];
      context.drawImage(video, x, y, across, down);
    };
    draw();
    return usePlayback.subscribe((state, before) => {
      if (state.pictureMs !== before.pictureMs) draw();
    });
  }, [width, height]);
  return (
    <canvas
      ref={canvas}
      className="player__surround"
      width={Math.round(width / SHRINK)}
      height={Math.round(height / SHRINK)}
      aria-hidden
    />
  );
}

/** Takes drags: what the crop keeps. By keyboard it is moved in the style panel. */
function FocusArea({ shown: { output, video } }: { readonly shown: Delivered }) {
  const t = useMessages();
  const from = useRef<{ x: number; y: number; focusX: number; focusY: number } | null>(null);
  const drop = () => {
    if (from.current) cancelGesture();
    from.current = null;
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !from.current) return;
    event.preventDefault();
    event.stopPropagation();
    drop();
  });
  useEffect(() => {
    const scope = createScope();
    // The keyboard is wherever it was: a drag takes no focus.
    scope.listen(window, 'keydown', onKey, { capture: true });
    return scope.end;
  }, []);
  const isEditable = useDocument(canEdit);
  const framing = effectiveFraming(video, output.framing);
  if (!framing || !isEditable) return null;
  const part = cropOf(video, framing);
  // Where the crop really lies: a focus beyond what the picture reaches would answer late.
  const [focusX, focusY] = [
    (part.x + part.width / 2) / video.displayWidth,
    (part.y + part.height / 2) / video.displayHeight,
  ];
  const moveTo = (event: PointerEvent<HTMLDivElement>) => {
    const start = from.current;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    if (!start || width === 0 || height === 0) return;
    const share = (value: number) => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
    const across = ((event.clientX - start.x) / width) * (part.width / video.displayWidth);
    const down = ((event.clientY - start.y) / height) * (part.height / video.displayHeight);
    previewGesture(setProjectFitting, {
      fitting: {
        ...fittingOf(useDocument.getState().project),
        focusX: share(start.focusX - across),
        focusY: share(start.focusY - down),
      },
    });
  };
  return (
    <div
      className="player__focus"
      title={t('player.moveFocus')}
      onPointerDown={(event) => {
        if (event.button !== 0 || !beginGesture()) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY, focusX, focusY };
      }}
      onPointerMove={moveTo}
      onPointerUp={() => {
        if (from.current) commitGesture();
        from.current = null;
      }}
      onPointerCancel={drop}
    />
  );
}

/** What lies over the subtitles: the campaign's logo and the platform's interface. */
export function DeliveredSurface({ shown }: { readonly shown: Delivered }) {
  const { branding, pictures } = useBranding();
  const { logo } = branding;
  useEffect(() => attempt(loadBranding), []);
  const size = pictureSize(shown.video, shown.output);
  const address = logo ? pictures.get(logo.file) : undefined;
  return (
    <>
      {logo && address !== undefined && (
        <img className="player__logo" alt="" src={address} style={placeOfLogo(size, logo)} />
      )}
      <CoveredZones {...shown.preset.zones} />
    </>
  );
}

/** What the picture is shown as, beside it, and the way back. */
export function DeliveredLabel({ shown }: { readonly shown: Delivered }) {
  const t = useMessages();
  return (
    <p className="player__shown">
      <span>{t('player.seenAs', { name: shown.preset.name })}</span>
      <Button size="small" variant="quiet" onPress={() => setLayout(SEEN_AS, '')}>
        {t('player.seenAsFootage')}
      </Button>
    </p>
  );
}
