"""Documents of the shapes that staff have, in words of our own. Every name in them is a sample."""

ENGLISH_TEXT = """\
Contact Us 中文


Home > Business

Sample park opens its second workshop

Updated: 2024-05-06

Sample park opens its second workshop

Workers check the first machines of the sample workshop. [Photo/WeChat account of Sample New Area]

A second workshop opened in the sample park in the north of the municipality on May 6, and the first machines began to run on the same day.

The workshop covers the whole length of the street and keeps two older halls, which the planners had first meant to pull down.

What comes next

A third hall is planned, and the park says that it will be finished when the road behind it is ready for heavy lorries.


A sample commissioner called the workshop a model for other parks.


ABOUT Introduction Development Zones Officials Department Industrial Parks

NEWS Local Business Events Life Photos Specials Video Success Stories

Contact Us | Terms and Conditions | Privacy Policy
"""

FEATURE_TEXT = """\
SamplePortal Title

Sample Walks 3: Along the quiet river


By Sample Reporter, EDITOR

The river path begins behind the old dye works and runs for about three kilometres to the bridge, where most walkers turn round.


Early walkers cross the old bridge in the fog

A path that was built in stages

Its first stage was finished before the bridge, the second one after it, so that for some years the path simply ended in a field.


The field where the path ended.

Today nobody remembers the field, and the trees that were planted along the second stage have grown higher than the lamps.

Case 1: The lamps

The lamps were chosen by the people who live along the path, after a trial that lasted through one whole winter.

Source: Sample Morning Paper


A Walk in the Fog, A Rest by the River

A Path of Many Trees, A Street with Few Cars
"""

CREDITED_TEXT = """\
The long way of the sample bus

By Sample Reporter|Mar 9,2023

SAMPLETOWN, March 9 -- The new line needs forty minutes for a way that took an hour, because it no longer stops at the old market hall.

The bus waits at the terminal. (Photo/ Sample)

Passengers said that they would miss the market, but not the hour. The company wants to count them again after the summer.

A driver checks the doors. (Photo by Sample Driver/ Sample Bus Company)

The old line will run on Sundays, when the market is open and the streets are wide enough for both of them.

Internet illegal and undesirable information can be reported by calling this telephone number:+86-23-00000000

I Agree
Our Privacy Statement & Cookie Policy
"""

CHINESE_TEXT = """\
您当前的位置：首页 > 新闻中心 > 本地新闻 > 正文

示例园区第二座厂房启用

——首批设备当天投入运行

2024年5月6日 10:20　来源：示例晨报　记者：张示例 李示例　责任编辑：王示例

本报讯（记者 张示例）5月6日，示例园区第二座厂房启用，首批设备当天投入运行。园区负责人介绍，新厂房保留了两座旧车间，节约了大量建设时间。

工人在检查第一批设备。张示例 摄

一、旧车间换新颜

两座旧车间原本计划拆除，经过加固以后继续使用。设计人员在屋顶增加了采光窗，白天基本不需要开灯，一年可以节约不少电费。

厂房外的道路仍在施工。（图片来源：示例新区融媒体中心）

二、三期工程正在准备

道路完工以后，三期工程将随即开工。园区表示，届时重型货车可以直接开到厂房门口，装卸货物更加方便。

上一篇：示例标题一

主办：示例单位　渝ICP备00000000号
"""

WEB_PAGE = """\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Sample park opens its second workshop - Sample Portal</title>
<meta name="ColumnName" content="Business"><script>var a = "<p>not text</p>";</script><style>p{color:red}</style></head>
<body>
<header><h1><a href="/">Sample Portal</a></h1></header>
<nav><ul><li><a href="/a">About</a></li><li><a href="/n">News</a></li></ul></nav>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/b">Business</a> &gt; Text</div>
<article>
<h1>Sample park opens its second workshop</h1>
<div class="info">Published: 2024-05-06 10:20 | Source: Sample Morning Paper | Editor: Sample Editor | Views: 12</div>
<figure><img src="page_files/hall.png" alt="A hall with machines"><figcaption>The first machines. (Photo by Sample Reporter)</figcaption></figure>
<p>A second workshop opened in the <strong>sample park</strong> on <a href="https://example.org/day">May 6</a>, and the first machines began to run <a href="javascript:alert(1)">on the same day</a>.</p>
<h2>What comes next</h2>
<p>A third hall is planned, and the park says that it will be finished when the road behind it is ready for heavy lorries.</p>
<ul><li>The road</li><li>The <em>third</em> hall</li></ul>
<blockquote>We would rather build slowly.</blockquote>
<table><tr><th>Hall</th><th>Area</th></tr><tr><td>Second</td><td>900 m²</td></tr></table>
<h3>Case 1: The roof</h3>
<p>Its windows turn with the sun, which the old halls of the park could not do, as their roofs were made of plain tin.</p>
</article>
<aside><p>Related news</p><a href="/x">Another story</a></aside>
<footer><p>Copyright © 2024 Sample Portal. All rights reserved.</p></footer>
</body></html>
"""

CHINESE_PAGE = """\
<html><head><meta charset="gb2312"><meta name="ArticleTitle" content="示例园区第二座厂房启用">
<meta name="PubDate" content="2024-05-06 10:20"><meta name="ContentSource" content="示例晨报"></head><body>
<table width="980"><tr><td><div id="menu"><a href="a">首页</a> <a href="b">新闻中心</a></div></td></tr>
<tr><td><p align="center"><b>示例园区第二座厂房启用</b></p>
<div>　　5月6日，示例园区第二座厂房启用，首批设备当天投入运行，园区负责人到场介绍情况，周边企业代表也来到现场参观。<br><br>
　　新厂房保留了两座旧车间，节约了大量建设时间。<br>
<img src="pic/a.jpg"><br>厂房外的道路仍在施工<br>
<strong>三期工程</strong><br>　　道路完工以后，三期工程将随即开工，届时重型货车可以直接开到厂房门口，装卸货物更加方便。</div>
<p>（责任编辑：王示例）</p></td></tr></table>
<div class="footer">主办：示例单位</div></body></html>
"""

MARKDOWN = """\
---
title: Sample park opens its second workshop
subtitle: The first machines ran on the same day
date: 2024-05-06
author: Sample Reporter
source: Sample Morning Paper
column: Business
---

# Sample park opens its second workshop

A second workshop opened in the **sample park** on [May 6](https://example.org/day),
and the first machines began to run *on the same day*.

![A hall with machines](hall.png "The first machines. (Photo by Sample Reporter)")

## What comes next

- The road
- The third hall,
  which needs the road

> We would rather build slowly.

1. First the road
2. Then the hall

A third hall is planned <script>alert(1)</script> and the park says that it will be finished when the road is ready.
"""
