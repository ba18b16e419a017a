interface ChoicesProps<Choice extends string> {
  /** Of the fields, and what screen readers call them together. */
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** What each means, in plain words. */
  readonly effects: Readonly<Record<string, string>>;
  readonly chosen: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** One of a few, each with what it does. */
export function Choices<Choice extends string>(props: ChoicesProps<Choice>) {
  const { name, legend, choices, effects, chosen, onChoose } = props;
  return (
    <fieldset className="choices">
      <legend className="hidden-text">{legend}</legend>
      {choices.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={name} required checked={chosen === each} onChange={() => onChoose(each)} />
          <span>
            <strong>{each}</strong>
            <span className="small soft">{effects[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
