/** The look of the public pages: one file, so that no page needs a style of its own. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1d1b26; --paper: #fff; --soft: #f5f2fb; --line: #8b829e; --accent: #6d3fc0; --on-accent: #fff; --wrong: #a3123a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9f5; --paper: #16131f; --soft: #211c2f; --line: #857b9d; --accent: #b49af0; --on-accent: #16131f; --wrong: #ff9db0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: .35rem 0; }
a { color: var(--accent); }
a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
.lead { font-size: 1.15rem; margin-bottom: 2rem; }
.note, .summary { background: var(--soft); border-inline-start: .3rem solid var(--accent); padding: .75rem 1rem; }
.summary { border-color: var(--wrong); }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 0; padding: 1rem 0 0; min-width: 0; }
legend { font-weight: 600; padding-inline-end: .75rem; }
.field { margin: 1.25rem 0; }
label { display: block; font-weight: 600; }
.check { display: flex; gap: .75rem; align-items: flex-start; }
.check label { font-weight: 400; }
.check input { width: 1.4rem; height: 1.4rem; flex: none; margin-top: .2rem; accent-color: var(--accent); }
.hint { display: block; opacity: .85; font-size: .95rem; margin: 0; }
.wrong { display: block; color: var(--wrong); font-weight: 600; margin: 0; }
input, select, textarea { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .75rem; margin-top: .35rem; }
[aria-invalid=true] { border-color: var(--wrong); border-width: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button { font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: .5rem; padding: .75rem 1.5rem; margin: 2rem 0; cursor: pointer; }
dl { display: grid; gap: .25rem 1rem; } dt { font-weight: 600; } dd { margin: 0 0 .75rem; }
code { font-size: 1.15rem; background: var(--soft); padding: .15rem .4rem; border-radius: .3rem; }
.trap { position: absolute; left: -999rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; } caption { text-align: start; font-weight: 600; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); font-size: .95rem; margin-top: 3rem; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
`;
