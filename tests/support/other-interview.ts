/** Sentences of an interview that no test records: what a recording does not have. Three quarters of a minute of speech. */
export const OTHER_INTERVIEW = [
  'When the harvest was over, the women of the valley met in the old mill and counted what was left of the grain.',
  'My father kept his tools in a wooden box, and he never lent them to anybody who had not brought back the last one.',
  'The letter from the court arrived on a Tuesday, folded twice, without a stamp and without a signature at the end.',
  'In those years the train still stopped at our station, and the children sold apples to the soldiers at the windows.',
  'Somebody had painted the names of the missing on the wall of the market, and every night somebody washed them off.',
  'She learned four languages in prison, one from each of the women who shared the cell with her over the winters.',
  'The doctor wrote down what he saw, signed every page of it and hid the copies in three different houses.',
  'Afterwards they told the newspapers that the fire had started by itself, although it had rained for nine days.',
];
