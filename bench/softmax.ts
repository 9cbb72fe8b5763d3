/** A list of which at least one entry should come first. */
export interface Choice {
  /** What speaks for each entry, one array an entry, all of the same length. */
  readonly entries: readonly Float64Array[];
  /** Whether it may come first. */
  readonly right: readonly boolean[];
  /** How much this choice counts beside others. */
  readonly weight: number;
}

const STEPS = 400;
/** Adam's usual values (Kingma and Ba, 2015), but a larger step: the features are scaled and there is no noise. */
const ADAM = { rate: 0.05, first: 0.9, second: 0.999, epsilon: 1e-8 } as const;

/**
 * Weights for features under which right entries come first: the likelihood of choosing one of them is made as large as
 * possible (a softmax over each list), held back by a penalty on large weights.
 * @param penalty Half of it times the square of each weight, in units of the feature's standard deviation.
 */
export function fitChoices(choices: readonly Choice[], penalty: number): number[] {
  const scale = deviations(choices);
  const scaled = choices.map((choice) => ({
    ...choice,
    entries: choice.entries.map((entry) => entry.map((value, at) => value / (scale[at] ?? 1))),
  }));
  const weights = new Float64Array(scale.length);
  const [mean, square] = [new Float64Array(scale.length), new Float64Array(scale.length)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => -penalty * weight);
    for (const choice of scaled) addGradient(choice, weights, gradient);
    for (let at = 0; at < weights.length; at++) {
      const slope = gradient[at] ?? 0;
      mean[at] = ADAM.first * (mean[at] ?? 0) + (1 - ADAM.first) * slope;
      square[at] = ADAM.second * (square[at] ?? 0) + (1 - ADAM.second) * slope * slope;
      const [m, v] = [(mean[at] ?? 0) / (1 - ADAM.first ** step), (square[at] ?? 0) / (1 - ADAM.second ** step)];
      weights[at] = (weights[at] ?? 0) + (ADAM.rate * m) / (Math.sqrt(v) + ADAM.epsilon);
    }
  }
  return [...weights].map((weight, at) => weight / (scale[at] ?? 1));
}

/** Adds how the likelihood of a choice grows with each weight. */
function addGradient({ entries, right, weight }: Choice, weights: Float64Array, gradient: Float64Array): void {
  const scores = entries.map((entry) => entry.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const most = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const good = chances.reduce((sum, chance, at) => sum + (right[at] === true ? chance : 0), 0);
  for (const [row, entry] of entries.entries()) {
    const chance = chances[row] ?? 0;
    const pull = weight * ((right[row] === true ? chance / good : 0) - chance / all);
    if (pull === 0) continue;
    for (let at = 0; at < gradient.length; at++) gradient[at] = (gradient[at] ?? 0) + pull * (entry[at] ?? 0);
  }
}

/** The standard deviation of each feature; 1 for one that never changes. */
function deviations(choices: readonly Choice[]): number[] {
  const entries = choices.flatMap((choice) => choice.entries);
  return Array.from({ length: entries[0]?.length ?? 0 }, (_, at) => {
    const values = entries.map((entry) => entry[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
}
