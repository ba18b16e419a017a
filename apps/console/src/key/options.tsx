import { Field } from '../ui/field';

/** A choice of one, each with what it means. */
export function Options({
  label,
  name,
  options,
  chosen,
}: {
  label: string;
  name: string;
  options: readonly (readonly [value: string | number, means: string])[];
  chosen: string | number;
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} name={name} defaultValue={chosen}>
          {options.map(([value, means]) => (
            <option key={value} value={value}>
              {means}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
