import { useEffect, useRef } from 'react';
import type { LogoPlace } from '../../../shared/domain/branding';
import { logoPixels } from '../../../shared/ffmpeg/branding';
import { usePlayback } from '../../state/playback';
import { useSession } from '../../state/session';

export interface BrandedPictureProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly logo: (LogoPlace & { readonly address: string }) | null;
  readonly label: string;
}

/** The footage's picture at the playhead with the logo as it will be laid over it: by the arithmetic the export uses. */
export function BrandedPicture({ size, logo, label }: BrandedPictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const url = useSession((state) => state.mediaUrl);
  useEffect(() => {
    const element = video.current;
    if (element) element.currentTime = usePlayback.getState().playheadMs / 1000;
  }, [url]);
  return (
    <div
      className="branding__picture"
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      {url !== null && (
        <video ref={video} className="branding__film" src={url} muted playsInline tabIndex={-1} />
      )}
      {logo && <img className="branding__logo" alt="" src={logo.address} style={placeOfLogo(size, logo)} />}
    </div>
  );
}

/** Where a logo lies on a picture, as the export lays it. Corners are the picture's, whatever the direction of the interface. */
export function placeOfLogo(size: BrandedPictureProps['size'], logo: LogoPlace): React.CSSProperties {
  const { width, margin } = logoPixels(size, logo);
  const across = `${(margin / size.width) * 100}%`;
  const down = `${(margin / size.height) * 100}%`;
  return {
    width: `${(width / size.width) * 100}%`,
    opacity: logo.opacity,
    [logo.corner.endsWith('left') ? 'left' : 'right']: across,
    [logo.corner.startsWith('top') ? 'top' : 'bottom']: down,
  };
}
