/** The look of a report, in light and dark, from 360 pixels up. */
export const STYLE: string = `
:root { color-scheme: light dark; --ink: #1d2329; --paper: #fff; --faint: #667; --line: #ccd2d8;
  --c0: #1769aa; --c1: #b5530c; --c2: #2c7a39; --c3: #7a3e9d;
  --suspect: #e3a008; --faulty: #c81e1e; --left: #6b7280; --absent: #9ca3af; --band: #93b7d9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #14181c; --faint: #9aa4ad;
  --line: #3a434b; --c0: #6db3f2; --c1: #f0a160; --c2: #7fca8c; --c3: #c79ae8; --faulty: #f05252;
  --band: #2f5678; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.3rem; margin: 0 0 .5rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; } a { color: var(--c0); }
:focus-visible { outline: 3px solid var(--c1); outline-offset: 2px; }
svg { width: 100%; height: auto; display: block; font-size: 11px; } svg text { fill: var(--faint); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0;
  border-bottom: 1px solid var(--line); }
td:first-child, th { overflow-wrap: normal; }
.scroll { overflow-x: auto; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem;
  border: 1px solid var(--line); padding: .5rem; max-height: 12rem; overflow-y: auto; }
.good { color: var(--c2); font-weight: 600; }
.line { fill: none; stroke-width: 1.6; } .dashed { stroke-dasharray: 5 4; }
.line.c0 { stroke: var(--c0); } .line.c1 { stroke: var(--c1); }
.line.c2 { stroke: var(--c2); } .line.c3 { stroke: var(--c3); }
svg text.c0 { fill: var(--c0); } svg text.c1 { fill: var(--c1); }
svg text.c2 { fill: var(--c2); } svg text.c3 { fill: var(--c3); }
.band { fill: var(--band); } rect.s1 { fill: var(--suspect); } rect.s2 { fill: var(--faulty); }
rect.s3 { fill: var(--left); } rect.s4 { fill: var(--absent); }
.legend span { padding: 0 .5rem; margin-right: .5rem; border-left: 1rem solid; }
.legend .s1 { border-color: var(--suspect); } .legend .s2 { border-color: var(--faulty); }
.legend .s3 { border-color: var(--left); } .legend .s4 { border-color: var(--absent); }
line.node { stroke: var(--line); } line.message { stroke: var(--c0); stroke-width: 1.2; }
circle { fill: var(--c0); } circle.bad { fill: var(--faulty); }
`
