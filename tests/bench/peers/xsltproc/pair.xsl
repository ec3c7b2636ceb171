<?xml version="1.0" encoding="UTF-8"?>
<!-- pair.xsl: the page of templates/markdown/pair.mustache; see render.py.
     SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:strip-space elements="*"/>
<xsl:param name="out"/>
<xsl:key name="code" match="/group/codes" use="value"/>

<xsl:template match="/">
  <xsl:for-each select="group/pairs">
    <exsl:document href="{$out}/{path}" method="text" encoding="UTF-8">
      <xsl:call-template name="page">
        <xsl:with-param name="a" select="key('code', a)"/>
        <xsl:with-param name="b" select="key('code', b)"/>
      </xsl:call-template>
    </exsl:document>
  </xsl:for-each>
</xsl:template>

<xsl:template name="page">
<xsl:param name="a"/>
<xsl:param name="b"/>
<xsl:variable name="comma" select="language/comma"/>
<xsl:text># {{#tr}}{protocol.name} {a.value} {a.name} vs {b.value} {b.name}{{/tr}}

</xsl:text>
<xsl:for-each select="languages[current]">**<xsl:value-of select="name"/>**</xsl:for-each>
<xsl:for-each select="languages[not(current)]"> · [<xsl:value-of select="name"/>](<xsl:value-of select="href"/>)</xsl:for-each>
<xsl:text>

</xsl:text>
<xsl:choose>
  <xsl:when test="comparison/lead"><xsl:value-of select="comparison/lead"/></xsl:when>
  <xsl:when test="comparison/same_class"><xsl:text>{{#tr}}{protocol.name} {a.value} ({a.name}) and {b.value} ({b.name}) are of the same class, {a.class.name}.{{/tr}}</xsl:text></xsl:when>
  <xsl:otherwise><xsl:text>{{#tr}}{protocol.name} {a.value} ({a.name}) is of the class {a.class.name}, {b.value} ({b.name}) of the class {b.class.name}.{{/tr}}</xsl:text></xsl:otherwise>
</xsl:choose>
<xsl:text>

## {{#tr}}Side by side{{/tr}}

| | </xsl:text><xsl:value-of select="$a/value"/> | <xsl:value-of select="$b/value"/><xsl:text> | |
|---|---|---|---|
| {{#tr}}Name{{/tr}} | </xsl:text><xsl:value-of select="$a/name"/> | <xsl:value-of select="$b/name"/><xsl:text> | |
</xsl:text>
<xsl:if test="$a/phrase or $b/phrase">| {{#tr}}On the wire{{/tr}} | <xsl:call-template name="phrase"><xsl:with-param name="code" select="$a"/></xsl:call-template> | <xsl:call-template name="phrase"><xsl:with-param name="code" select="$b"/></xsl:call-template><xsl:text> | |
</xsl:text></xsl:if>
<xsl:text>| {{#tr}}Class{{/tr}} | </xsl:text><xsl:apply-templates select="$a/class"/> | <xsl:apply-templates select="$b/class"/> | <xsl:choose><xsl:when test="comparison/same_class">=</xsl:when><xsl:otherwise>≠</xsl:otherwise></xsl:choose><xsl:text> |
| {{#tr}}Status{{/tr}} | </xsl:text><xsl:apply-templates select="$a/status"/> | <xsl:apply-templates select="$b/status"/> | <xsl:choose><xsl:when test="comparison/same_status">=</xsl:when><xsl:otherwise>≠</xsl:otherwise></xsl:choose><xsl:text> |
</xsl:text>
<xsl:apply-templates select="comparison/rows"><xsl:with-param name="comma" select="$comma"/></xsl:apply-templates>
<xsl:if test="comparison/places"><xsl:text>
## {{#tr}}Where each occurs{{/tr}}

| | </xsl:text><xsl:value-of select="$a/value"/> | <xsl:value-of select="$b/value"/><xsl:text> | |
|---|---|---|---|
</xsl:text></xsl:if>
<xsl:apply-templates select="comparison/places"><xsl:with-param name="comma" select="$comma"/></xsl:apply-templates>
<xsl:text>
</xsl:text>
<xsl:call-template name="half"><xsl:with-param name="code" select="$a"/></xsl:call-template>
<xsl:call-template name="half"><xsl:with-param name="code" select="$b"/></xsl:call-template>
<xsl:if test="comparison/differences or comparison/written"><xsl:text>## {{#tr}}Key differences{{/tr}}

</xsl:text></xsl:if>
<xsl:for-each select="comparison/differences">- **<xsl:value-of select="name"/>**<xsl:if test="varies"> · {{#tr}}depending on the situation{{/tr}}</xsl:if><xsl:text>
</xsl:text>
<xsl:for-each select="only_left[meaning]"><xsl:text>  - **</xsl:text><xsl:value-of select="$a/value"/>** <xsl:value-of select="meaning"/><xsl:text>
</xsl:text></xsl:for-each>
<xsl:for-each select="only_right[meaning]"><xsl:text>  - **</xsl:text><xsl:value-of select="$b/value"/>** <xsl:value-of select="meaning"/><xsl:text>
</xsl:text></xsl:for-each>
<xsl:for-each select="both[meaning]"><xsl:text>  - **{{#tr}}Both{{/tr}}** </xsl:text><xsl:value-of select="meaning"/><xsl:text>
</xsl:text></xsl:for-each>
</xsl:for-each>
<xsl:for-each select="comparison/written">- <xsl:value-of select="."/><xsl:text>
</xsl:text></xsl:for-each>
<xsl:text>
## {{#tr}}Which one, and what then{{/tr}}

</xsl:text>
<xsl:for-each select="comparison/decision"><xsl:value-of select="."/><xsl:text>

</xsl:text></xsl:for-each>
<xsl:text>- </xsl:text><xsl:value-of select="$a/choose"/><xsl:text>
- </xsl:text><xsl:value-of select="$b/choose"/><xsl:text>

## {{#tr}}Sources{{/tr}}

</xsl:text>
<xsl:for-each select="comparison/references">- [<xsl:value-of select="number"/>](<xsl:value-of select="href"/>) *<xsl:value-of select="title"/>*<xsl:for-each select="sections"><xsl:choose><xsl:when test="position() = 1"> · </xsl:when><xsl:otherwise><xsl:value-of select="$comma"/></xsl:otherwise></xsl:choose>[§<xsl:value-of select="section"/>](<xsl:value-of select="href"/>)</xsl:for-each><xsl:text>
</xsl:text></xsl:for-each>
<xsl:if test="comparison/related"><xsl:text>
## {{#tr}}Related comparisons{{/tr}}

</xsl:text></xsl:if>
<xsl:for-each select="comparison/related">- [<xsl:value-of select="a/value"/><xsl:text> </xsl:text><xsl:value-of select="a/name"/> – <xsl:value-of select="b/value"/><xsl:text> </xsl:text><xsl:value-of select="b/name"/>](<xsl:value-of select="href"/><xsl:text>)
</xsl:text></xsl:for-each>
</xsl:template>

<xsl:template name="phrase">
  <xsl:param name="code"/>
  <xsl:choose>
    <xsl:when test="$code/phrase"><xsl:value-of select="$code/phrase"/></xsl:when>
    <xsl:otherwise>–</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="class">
  <xsl:if test="label"><xsl:value-of select="label"/><xsl:text> </xsl:text></xsl:if>
  <xsl:value-of select="name"/>
</xsl:template>

<xsl:template match="status"><xsl:if test="standard">{{#tr}}In force{{/tr}}</xsl:if></xsl:template>

<xsl:template match="rows | places">
  <xsl:param name="comma"/>
  <xsl:text>| </xsl:text><xsl:value-of select="name"/>
  <xsl:text> | </xsl:text>
  <xsl:for-each select="left"><xsl:if test="position() != 1"><xsl:value-of select="$comma"/></xsl:if><xsl:value-of select="label"/></xsl:for-each>
  <xsl:if test="not(left)">–</xsl:if>
  <xsl:text> | </xsl:text>
  <xsl:for-each select="right"><xsl:if test="position() != 1"><xsl:value-of select="$comma"/></xsl:if><xsl:value-of select="label"/></xsl:for-each>
  <xsl:if test="not(right)">–</xsl:if>
  <xsl:text> | </xsl:text>
  <xsl:choose><xsl:when test="differs">≠</xsl:when><xsl:otherwise>=</xsl:otherwise></xsl:choose>
  <xsl:text> |
</xsl:text>
</xsl:template>

<xsl:template name="half">
<xsl:param name="code"/>
<xsl:for-each select="$code">
<xsl:text>## </xsl:text><xsl:value-of select="value"/><xsl:text> </xsl:text><xsl:value-of select="title"/><xsl:text>

</xsl:text>
<xsl:for-each select="description"><xsl:value-of select="."/><xsl:text>

</xsl:text></xsl:for-each>
<xsl:text>### {{#tr}}When {value} occurs{{/tr}}

</xsl:text>
<xsl:for-each select="when">- <xsl:value-of select="."/><xsl:text>
</xsl:text></xsl:for-each>
<xsl:text>
</xsl:text>
<xsl:if test="fixes">
<xsl:text>### {{#tr}}What to do about {value}{{/tr}}

</xsl:text>
</xsl:if>
<xsl:for-each select="fixes">- **<xsl:value-of select="name"/><xsl:text>**

</xsl:text><xsl:for-each select="text"><xsl:text>  </xsl:text><xsl:value-of select="."/><xsl:text>

</xsl:text></xsl:for-each></xsl:for-each>
</xsl:for-each>
</xsl:template>
</xsl:stylesheet>
