import { useEffect, useState } from 'react';
import {
  Corner,
  isMovingBrand,
  USUAL_CARD_MS,
  USUAL_LOGO,
  type Branding,
} from '../../../shared/domain/branding';
import { useMessages } from '../../app/messages';
import { addPicture, loadBranding, saveBranding, useBranding } from '../../state/campaign-branding';
import { useDocument } from '../../state/document';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { SelectInput } from '../../ui/field';
import { RangeInput } from '../../ui/range-input';
import { BrandedPicture } from './branded-picture';
import './branding.css';

const USUAL_SIZE = { width: 1920, height: 1080 };

/** The campaign's logo and end card, shown on the open project's picture. */
export function BrandingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const kept = useBranding((state) => state.branding);
  const pictures = useBranding((state) => state.pictures);
  const video = useDocument((state) => state.media.info?.video);
  const [changed, setChanged] = useState<Branding | null>(null);
  const [isBusy, setBusy] = useState(false);
  const branding = changed ?? kept;
  const { logo, endCard } = branding;
  const size = video ? { width: video.displayWidth, height: video.displayHeight } : USUAL_SIZE;
  useEffect(() => attempt(loadBranding), []);

  // What is known by then: a picture may be brought in while something else is changed.
  const changeBy = (partOf: (now: Branding) => Partial<Branding>) =>
    setChanged((before) => {
      const now = before ?? useBranding.getState().branding;
      return { ...now, ...partOf(now) };
    });
  const change = (part: Partial<Branding>) => changeBy(() => part);
  const busily = (work: () => Promise<void>) =>
    attempt(async () => {
      setBusy(true);
      await work().finally(() => setBusy(false));
    });
  const chooseLogo = () =>
    busily(async () => {
      const file = await addPicture('logo');
      if (file) changeBy((now) => ({ logo: { ...(now.logo ?? USUAL_LOGO), file } }));
    });
  const chooseCard = () =>
    busily(async () => {
      const file = await addPicture('card');
      if (file)
        changeBy((now) => ({ endCard: { durationMs: now.endCard?.durationMs ?? USUAL_CARD_MS, file } }));
    });
  const save = () =>
    attempt(async () => {
      await saveBranding(branding);
      onClose();
    });
  const addressOf = (file: string | undefined) => (file === undefined ? undefined : pictures.get(file));
  const logoAddress = addressOf(logo?.file);
  const cardAddress = addressOf(endCard?.file);

  return (
    <ModalDialog
      title={t('branding.title')}
      lead={t('branding.lead')}
      size="large"
      isUnkept={changed !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={save} isDisabled={changed === null || isBusy}>
            {t('branding.save')}
          </Button>
        </>
      }
    >
      <div className="branding">
        <section className="branding__part" aria-label={t('branding.logo')}>
          <h3 className="branding__heading">{t('branding.logo')}</h3>
          <BrandedPicture
            size={size}
            logo={logo && logoAddress !== undefined ? { ...logo, address: logoAddress } : null}
            label={t(logo ? 'branding.pictureWith' : 'branding.pictureWithout')}
          />
          <div className="branding__buttons">
            <Button size="small" onPress={chooseLogo} isDisabled={isBusy}>
              {t(logo ? 'branding.otherLogo' : 'branding.chooseLogo')}
            </Button>
            {logo && (
              <Button size="small" variant="quiet" onPress={() => change({ logo: null })}>
                {t('branding.noLogo')}
              </Button>
            )}
          </div>
          {logo && (
            <>
              <SelectInput
                label={t('branding.corner')}
                value={logo.corner}
                options={Corner.options.map((value) => ({ value, label: t(`branding.corner.${value}`) }))}
                onChange={(corner) => change({ logo: { ...logo, corner } })}
              />
              <RangeInput
                label={t('branding.width')}
                value={logo.width * 100}
                {...{ min: 2, max: 50, step: 1 }}
                onChange={(width) => change({ logo: { ...logo, width: width / 100 } })}
              />
              <RangeInput
                label={t('branding.margin')}
                value={logo.margin * 100}
                {...{ min: 0, max: 25, step: 0.5 }}
                onChange={(margin) => change({ logo: { ...logo, margin: margin / 100 } })}
              />
              <RangeInput
                label={t('branding.opacity')}
                value={logo.opacity * 100}
                {...{ min: 5, max: 100, step: 5 }}
                onChange={(opacity) => change({ logo: { ...logo, opacity: opacity / 100 } })}
              />
            </>
          )}
        </section>
        <section className="branding__part" aria-label={t('branding.card')}>
          <h3 className="branding__heading">{t('branding.card')}</h3>
          <div
            className="branding__picture"
            role="img"
            aria-label={t(endCard ? 'branding.cardShown' : 'branding.cardNone')}
            style={{ aspectRatio: `${size.width} / ${size.height}` }}
          >
            {cardAddress !== undefined && <img className="branding__card" alt="" src={cardAddress} />}
          </div>
          <div className="branding__buttons">
            <Button size="small" onPress={chooseCard} isDisabled={isBusy}>
              {t(endCard ? 'branding.otherCard' : 'branding.chooseCard')}
            </Button>
            {endCard && (
              <Button size="small" variant="quiet" onPress={() => change({ endCard: null })}>
                {t('branding.noCard')}
              </Button>
            )}
          </div>
          {endCard && (
            <>
              <RangeInput
                label={t('branding.seconds')}
                value={endCard.durationMs / 1000}
                {...{ min: 0.5, max: 30, step: 0.5 }}
                onChange={(seconds) => change({ endCard: { ...endCard, durationMs: seconds * 1000 } })}
              />
              {isMovingBrand(endCard.file) && <p className="branding__hint">{t('branding.moving')}</p>}
            </>
          )}
        </section>
      </div>
      <p className="branding__hint" role="status">
        {t(isBusy ? 'branding.working' : 'branding.note')}
      </p>
    </ModalDialog>
  );
}
