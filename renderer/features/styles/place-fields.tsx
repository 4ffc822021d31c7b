import { useMessages } from '../../app/messages';
import { SelectInput } from '../../ui/field';
import { changeStyle, previewStyle } from './actions';
import { StyleSlider } from './controls';
import { Part, type PartProps } from './part';

const ALIGNMENTS = ['start', 'centre', 'end'] as const;

/** Where lines stand. */
export function PlaceFields({ style, isDisabled }: PartProps) {
  const t = useMessages();
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
    </Part>
  );
}
