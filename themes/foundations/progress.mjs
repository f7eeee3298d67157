// Follows something that takes a while: asks again by itself what the link asks for. The server answers late, so it is not asked often.
const pause = 2000

export function followProgress () {
  const link = document.querySelector('a[data-follow-progress]')
  if (link) setTimeout(() => location.replace(link.href), pause)
}
