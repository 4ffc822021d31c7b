import { platformPresets, zonesOf } from '../../../shared/video/presets';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { setLayout, useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { SelectInput } from '../../ui/field';
import { changeStyle, keepClear, previewStyle, ZONES } from './actions';
import { StyleSlider } from './controls';
import { Part, type PartProps } from './part';

const ALIGNMENTS = ['start', 'centre', 'end'] as const;
const NOWHERE = 'none';
const covering = platformPresets.filter(({ zones }) => Object.values(zones).some((share) => share > 0));

/** Where lines stand, and what platforms lay over the picture. */
export function PlaceFields({ style, isDisabled }: PartProps) {
  const t = useMessages();
  const kept = useSession((state) => state.layout[ZONES]);
  const ratio = useDocument(({ media: { info } }) =>
    info?.video ? info.video.displayWidth / info.video.displayHeight : 16 / 9,
  );
  const platform = typeof kept === 'string' && covering.some(({ id }) => id === kept) ? kept : NOWHERE;
  return (
    <Part title={t('styles.place')}>
      <SelectInput
        label={t('styles.alignment')}
        value={style.alignment ?? 'centre'}
        options={ALIGNMENTS.map((value) => ({ value, label: t(`styles.alignment.${value}`), isDisabled }))}
        onChange={(alignment) => changeStyle({ alignment })}
      />
      <StyleSlider
        label={t('styles.marginVertical')}
        value={style.marginVerticalPct}
        {...{ min: 0, max: 45, step: 0.5, isDisabled }}
        onPreview={(marginVerticalPct) => previewStyle({ marginVerticalPct })}
      />
      <StyleSlider
        label={t('styles.marginHorizontal')}
        value={style.marginHorizontalPct}
        {...{ min: 0, max: 45, step: 0.5, isDisabled }}
        onPreview={(marginHorizontalPct) => previewStyle({ marginHorizontalPct })}
      />
      <SelectInput
        label={t('styles.zones')}
        value={platform}
        options={[
          { value: NOWHERE, label: t('styles.zonesNone') },
          ...covering.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => setLayout(ZONES, id)}
        {...(platform === NOWHERE ? {} : { help: t('styles.zonesShown') })}
      />
      {platform !== NOWHERE && (
        <Button size="small" isDisabled={isDisabled} onPress={() => keepClear(zonesOf(platform), ratio)}>
          {t('styles.zonesFit')}
        </Button>
      )}
    </Part>
  );
}
