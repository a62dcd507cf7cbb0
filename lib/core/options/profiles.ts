import { OPTIONS, type OptionRow, type ProtocolOptions } from './options.js'

export type ProfileName =
  'local' | 'lan' | 'wan' | 'memberlist-lan' | 'swim-2002' | 'lifeguard-2018'

/**
 * Sets of defaults that fit together: `local` for one machine, `lan` for one site, `wan` between
 * sites. The others are only references for comparisons: `memberlist-lan` has the LAN defaults of
 * HashiCorp's memberlist, `swim-2002` what the SWIM paper measured (T′ 2 s, k 1, random targets,
 * rumours on pings only), `lifeguard-2018` what the Lifeguard paper did (α 5, β 6, K 3).
 */
export const PROFILES: Readonly<Record<ProfileName, ProtocolOptions>> = {
  local: profile('local'),
  lan: profile('lan'),
  wan: profile('wan'),
  'memberlist-lan': profile('memberlist-lan'),
  'swim-2002': profile('swim-2002'),
  'lifeguard-2018': profile('lifeguard-2018'),
}

/** The column of one profile in the table of options. */
function profile(name: ProfileName): ProtocolOptions {
  const rows = Object.entries<OptionRow>(OPTIONS)
  const column = rows.map(([option, { defaults }]) => [option, defaults[name] ?? defaults.lan])
  return Object.fromEntries(column) as ProtocolOptions
}
