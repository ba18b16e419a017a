import { said } from '../pages/sign-in';
import { Field } from '../ui/field';
import type { Member } from './roles';

/** Whose matters somebody sees, and what they read. */
export function Reach({ tenant = null, languages = [] }: Partial<Pick<Member, 'tenant' | 'languages'>>) {
  return (
    <>
      <Field label="Tenant" hint="Whose matters they see and change. Empty: those of all tenants.">
        {(ids) => <input {...ids} name="tenant" type="text" defaultValue={tenant ?? ''} autoComplete="off" />}
      </Field>
      <Field label="Languages" hint="That they read, as in: en, pt-BR. Empty: any.">
        {(ids) => (
          <input {...ids} name="languages" type="text" defaultValue={languages.join(', ')} autoComplete="off" />
        )}
      </Field>
    </>
  );
}

export function reachIn(form: FormData): { tenant: string | null; languages: string[] } {
  return { tenant: said(form, 'tenant').trim() || null, languages: said(form, 'languages').match(/[^\s,]+/g) ?? [] };
}
