import type { Style } from '../../../shared/domain/track';
import { weightOf, type FontFamily } from '../../../shared/style/fonts';
import { useMessages } from '../../app/messages';
import { SelectInput } from '../../ui/field';

/** From here on letters are bold to those who know no other weights. */
const BOLD = 600;

export interface WeightInputProps {
  /** What is drawn with. */
  readonly family: FontFamily;
  readonly drawn: Pick<Style, 'weight' | 'bold'>;
  readonly isDisabled: boolean;
  readonly onChange: (weight: { readonly weight: number; readonly bold: boolean }) => void;
}

/** How heavy letters are, of the weights that the family has files of. */
export function WeightInput({ family, drawn, isDisabled, onChange }: WeightInputProps) {
  const t = useMessages();
  const wanted = weightOf(drawn);
  const weights = family.weights.map(({ weight }) => weight);
  const nearest = [...weights].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  return (
    <SelectInput
      label={t('styles.weight')}
      value={String(nearest ?? wanted)}
      options={weights.map((weight) => ({
        value: String(weight),
        label: t('styles.weightName', { weight }),
        isDisabled,
      }))}
      onChange={(value) => onChange({ weight: Number(value), bold: Number(value) >= BOLD })}
    />
  );
}
