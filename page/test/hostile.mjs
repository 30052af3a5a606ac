// An article that tries everything.

export const HOSTILE = `
<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/style.css">
<script>parent.hacked = top.hacked = 1</script>
<script src="https://evil.example/script.js"></script>
<style>@import "https://evil.example/import.css"; body { background: url(https://evil.example/body) }</style>
<img src="https://evil.example/picture" onerror="parent.hacked=1">
<img src="x" srcset="https://evil.example/set 2x" onerror="parent.hacked=1">
<img src="https://mmbiz.qpic.cn/mmbiz_png/inside/0" data-w="600">
<p onmouseover="parent.hacked=1" onclick="parent.hacked=1" id="handled">handled</p>
<a href="javascript:parent.hacked=1" id="script-link">script</a>
<a href="https://evil.example/link" target="_top" id="top-link">top</a>
<a href="https://evil.example/self" id="self-link">self</a>
<a href="https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv" ping="https://evil.example/ping" id="inside-link">inside</a>
<form action="https://evil.example/form"><input name="a"><button id="send">send</button></form>
<iframe src="https://evil.example/frame" srcdoc="<script>parent.parent.hacked=1</script>"></iframe>
<object data="https://evil.example/object"></object><embed src="https://evil.example/embed">
<video src="https://evil.example/video" poster="https://evil.example/poster" autoplay></video>
<audio src="https://evil.example/audio" autoplay></audio>
<svg width="99999999" height="99999999"><script>parent.hacked=1</script>
  <image href="https://evil.example/svg" /><use href="https://evil.example/use#a"/>
  <a xlink:href="https://evil.example/svg-link"><text>svg</text></a>
  <a id="animated"><set attributeName="href" to="https://evil.example/set"/><text y="20">animated</text></a>
  <foreignObject><body onload="parent.hacked=1"></body></foreignObject>
  <style>@import url(https://evil.example/svg-style);</style></svg>
<div style="position:fixed;inset:0;background:red;z-index:2147483647;background-image:url(https://evil.example/background)">cover</div>
<p style="display:none;width:1e9px">hidden</p>
<math><mtext><mglyph><style><img src=x onerror="parent.hacked=1"></style></mglyph></mtext></math>
<noscript><p title="</noscript><img src=x onerror=parent.hacked=1>"></noscript>
<template><img src="https://evil.example/template"></template>
<p background="https://evil.example/old">end of the article</p>`;

/** A request that holds it. */
export const hostileRequest = JSON.stringify({
  media_id: "M",
  index: 0,
  articles: { title: "<img src=x onerror=hacked=1>", author: "<b>x</b>", digest: "<script>hacked=1</script>", content: HOSTILE, thumb_media_id: "T" },
});
